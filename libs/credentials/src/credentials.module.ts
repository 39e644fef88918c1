import { Module, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { GroupsModule } from '@himpun/groups';
import { Settings } from '@himpun/kernel';
import { SealedColumns, VaultModule } from '@himpun/vault';
import { AttestationAnswers } from './attestation/attestation-answers.service';
import { AttestationContacts } from './attestation/attestation-contact';
import { AttestationDeadlines } from './attestation/attestation-deadlines.service';
import { AttestationReminder } from './attestation/attestation-reminder.entity';
import { Attestation } from './attestation/attestation.entity';
import { AttestationQueries } from './attestation/attestations.queries';
import { Attestations } from './attestation/attestations.service';
import { InstitutionDomain } from './attestation/institution-domain.entity';
import { InstitutionDomains } from './attestation/institution-domains.service';
import { IssuerAttestationSource } from './attestation/issuer-attestation.source';
import { JudgedChecks } from './attestation/judged-checks';
import { KnownInstitutions } from './attestation/known-institutions';
import { ManualReading, ManualVerification } from './attestation/manual-verification.entity';
import { ManualVerificationQueries } from './attestation/manual-verifications.queries';
import { ManualVerifications } from './attestation/manual-verifications.service';
import { VerificationRule } from './attestation/verification-rule.entity';
import { VerificationRules } from './attestation/verification-rules.service';
import { CheckReview } from './check/check-review.entity';
import { CheckReviews } from './check/check-reviews.service';
import { CheckSettlements } from './check/check-settlements';
import { Checks } from './check/check-requests.service';
import { CheckRuns } from './check/check-runs.service';
import { Check } from './check/check.entity';
import { CheckQueries } from './check/check.queries';
import { SourceAsking } from './check/source-asking';
import { CredentialFacts } from './check/credential-facts.queries';
import { CredentialEvidence } from './credential/credential-evidence.entity';
import { Credential } from './credential/credential.entity';
import { CredentialQueries } from './credential/credential.queries';
import { Credentials } from './credential/credentials.service';
import { SignedUploads } from './credential/signed-uploads.service';
import { AddressLookup, SystemLookup } from './fetch/address-lookup';
import { FetchedDocuments } from './fetch/fetched-documents';
import { GuardedFetch } from './fetch/guarded-fetch';
import { TrustedIssuer } from './issuer/trusted-issuer.entity';
import { TrustedIssuerQueries } from './issuer/trusted-issuers.queries';
import { TrustedIssuers } from './issuer/trusted-issuers.service';
import { RegisterChange } from './register/register-change.entity';
import { RegisterChangeQueries } from './register/register-changes.queries';
import { RegisterCorrections } from './register/register-corrections.service';
import { CredentialWatch } from './recheck/credential-watch.entity';
import { ExpiringCredentials } from './recheck/expiring-credentials.queries';
import { ExpiryReminder } from './recheck/expiry-reminder.entity';
import { ExpiryReminders } from './recheck/expiry-reminders.service';
import { Rechecks } from './recheck/rechecks.service';
import { CredentialWatches } from './recheck/watches.service';
import { RegisterEntry } from './register/register-entry.entity';
import { RegisterImportChunk } from './register/register-import-chunk.entity';
import { RegisterImportProblem } from './register/register-import-problem.entity';
import { RegisterImportRow } from './register/register-import-row.entity';
import { RegisterImport } from './register/register-import.entity';
import { RegisterImports } from './register/register-imports.service';
import { RegisterIntake } from './register/register-intake.service';
import { RegisterProposals } from './register/register-proposals.service';
import { RegisterReading } from './register/register-reading.service';
import { RegisterRollbacks } from './register/register-rollbacks.service';
import { Register } from './register/register.entity';
import { RegisterQueries } from './register/register.queries';
import { Registers } from './register/registers.service';
import { AuthorityRegisterSource } from './source/authority-register.source';
import { CHECK_SOURCES, CheckSources } from './source/check-sources';
import { AccessTokens } from './source/live/access-tokens';
import { MatchFactSources, MatchingModule, NationalIdsModule } from '@himpun/people';
import { NationalIds } from './source/live/national-ids';
import { RecordedNationalIds } from './source/live/recorded-national-ids';
import { RegistryClient } from './source/live/registry-client';
import { RegistrySource } from './source/live/registry.source';
import { REGISTRIES } from './source/registry-list';
import { StandingRuleEffectsQueries } from './recheck/rule-effects.queries';
import { CredentialRenewal } from './renewal/credential-renewal.entity';
import { OwnCredentials } from './renewal/own-credentials.queries';
import { RenewalAnswers } from './renewal/renewal-answers.service';
import { Renewals } from './renewal/renewals.service';
import { SignedCredentialSource } from './source/signed-credential.source';
import { GroupSources } from './source-health/group-sources.service';
import { SourceAnswers } from './source-health/source-answers';
import { SourceCircuits } from './source-health/source-circuits';
import { SourceFigures } from './source-health/source-figures';
import { SourceHealth } from './source-health/source-health.queries';
import { OwnPace, SHARED_PACE, SourcePace } from './source-health/source-pace';
import { SourceQuestions } from './source-health/source-questions';
import { WaitingChecks } from './source-health/waiting-checks.service';
import { LicenceMatchFacts } from './credential/licence-match-facts';
import { CREDENTIALS_HOLDINGS } from './credentials.holdings';
import { ListActs } from './verification-list/list-acts.service';
import { ListFiles, SEALED_PIECE } from './verification-list/list-file.service';
import { ListPlans } from './verification-list/list-planning.service';
import { ListReadings } from './verification-list/list-reading.service';
import { ListRetention } from './verification-list/list-retention.service';
import { ListRuns } from './verification-list/list-runs.service';
import { ListTurns } from './verification-list/list-turns.service';
import { VerificationList } from './verification-list/verification-list.entity';
import { VerificationListQueries } from './verification-list/verification-list.queries';
import { VerificationLists } from './verification-list/verification-lists.service';

const ENTITIES = [
  Credential,
  CredentialEvidence,
  Check,
  CheckReview,
  CredentialWatch,
  ExpiryReminder,
  CredentialRenewal,
  Register,
  RegisterImport,
  RegisterImportChunk,
  RegisterImportRow,
  RegisterImportProblem,
  RegisterChange,
  RegisterEntry,
  TrustedIssuer,
  Attestation,
  AttestationReminder,
  InstitutionDomain,
  VerificationRule,
  ManualVerification,
  ManualReading,
  VerificationList,
];
const SOURCES: Provider[] = [
  SignedCredentialSource,
  AuthorityRegisterSource,
  IssuerAttestationSource,
  { provide: NationalIds, useClass: RecordedNationalIds },
  RegistryClient,
  AccessTokens,
  SourceCircuits,
  SourceQuestions,
  SourceAnswers,
  {
    provide: SourcePace,
    inject: [{ token: SHARED_PACE, optional: true }],
    useFactory: (shared?: SourcePace) => shared ?? new OwnPace(),
  },
  {
    provide: CHECK_SOURCES,
    inject: [
      ...[SignedCredentialSource, AuthorityRegisterSource, IssuerAttestationSource, Settings],
      ...[RegistryClient, SourceQuestions],
      ...[SourceAnswers, NationalIds],
    ],
    useFactory: (
      signed: SignedCredentialSource,
      register: AuthorityRegisterSource,
      issuer: IssuerAttestationSource,
      settings: Settings,
      client: RegistryClient,
      questions: SourceQuestions,
      answers: SourceAnswers,
      nationalIds: NationalIds,
    ) => {
      const tools = { settings, client, questions, answers, nationalIds };
      return [signed, register, issuer, ...REGISTRIES.map((registry) => new RegistrySource(registry, tools))];
    },
  },
];
const DOOR = [
  CredentialWatches,
  Rechecks,
  ExpiryReminders,
  ExpiringCredentials,
  StandingRuleEffectsQueries,
  Renewals,
  RenewalAnswers,
  OwnCredentials,
  Checks,
  CheckRuns,
  CheckReviews,
  CheckQueries,
  CheckSources,
  SourceFigures,
  SourceHealth,
  GroupSources,
  WaitingChecks,
  SourceAnswers,
  CredentialFacts,
  Credentials,
  CredentialQueries,
  SignedUploads,
  Registers,
  RegisterImports,
  RegisterIntake,
  RegisterReading,
  RegisterRollbacks,
  RegisterCorrections,
  RegisterQueries,
  RegisterChangeQueries,
  TrustedIssuers,
  TrustedIssuerQueries,
  Attestations,
  AttestationAnswers,
  AttestationDeadlines,
  AttestationQueries,
  InstitutionDomains,
  VerificationRules,
  ManualVerifications,
  ManualVerificationQueries,
  VerificationLists,
  VerificationListQueries,
  ListActs,
  ListRuns,
  ListTurns,
  ListRetention,
];

/** What people claim, what shows it, and what sources say of it. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), GroupsModule, MatchingModule, NationalIdsModule, VaultModule],
  providers: [
    ...new Set([...SOURCES, ...DOOR]),
    AttestationContacts,
    CheckSettlements,
    JudgedChecks,
    KnownInstitutions,
    LicenceMatchFacts,
    ListFiles,
    ListPlans,
    ListReadings,
    SourceAsking,
    RegisterProposals,
    FetchedDocuments,
    GuardedFetch,
    { provide: AddressLookup, useClass: SystemLookup },
  ],
  exports: DOOR,
})
export class CredentialsModule {
  constructor(
    columns: SealedColumns,
    holdings: PersonHoldings,
    facts: MatchFactSources,
    licences: LicenceMatchFacts,
  ) {
    columns.add(SEALED_PIECE);
    holdings.add(...CREDENTIALS_HOLDINGS);
    facts.add(licences);
  }
}
