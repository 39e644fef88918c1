import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GroupsModule } from '@himpun/groups';
import { CheckReview } from './check/check-review.entity';
import { CheckReviews } from './check/check-reviews.service';
import { Checks } from './check/check-requests.service';
import { CheckRuns } from './check/check-runs.service';
import { Check } from './check/check.entity';
import { CheckQueries } from './check/check.queries';
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
import { RegisterEntry } from './register/register-entry.entity';
import { RegisterImportChunk } from './register/register-import-chunk.entity';
import { RegisterImport } from './register/register-import.entity';
import { RegisterImports } from './register/register-imports.service';
import { RegisterIntake } from './register/register-intake.service';
import { Register } from './register/register.entity';
import { RegisterQueries } from './register/register.queries';
import { Registers } from './register/registers.service';
import { AuthorityRegisterSource } from './source/authority-register.source';
import { CheckSources } from './source/check-sources';
import { NpiRegistrySource } from './source/npi-registry.source';
import { SignedCredentialSource } from './source/signed-credential.source';

const ENTITIES = [
  Credential,
  CredentialEvidence,
  Check,
  CheckReview,
  Register,
  RegisterImport,
  RegisterImportChunk,
  RegisterEntry,
  TrustedIssuer,
];
const SOURCES = [SignedCredentialSource, AuthorityRegisterSource, NpiRegistrySource, CheckSources];
const DOOR = [
  Checks,
  CheckRuns,
  CheckReviews,
  CheckQueries,
  CheckSources,
  CredentialFacts,
  Credentials,
  CredentialQueries,
  SignedUploads,
  Registers,
  RegisterImports,
  RegisterIntake,
  RegisterQueries,
  TrustedIssuers,
  TrustedIssuerQueries,
];

/** What people claim, what shows it, and what sources say of it. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), GroupsModule],
  providers: [
    ...new Set([...SOURCES, ...DOOR]),
    FetchedDocuments,
    GuardedFetch,
    { provide: AddressLookup, useClass: SystemLookup },
  ],
  exports: DOOR,
})
export class CredentialsModule {}
