import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { CredentialsModule } from '@himpun/credentials';
import { EthicsModule } from '@himpun/ethics';
import { FilesModule } from '@himpun/files';
import { GroupsModule } from '@himpun/groups';
import { PeopleModule } from '@himpun/people';
import { SealedColumns, VaultModule } from '@himpun/vault';
import { AcknowledgementRequest } from './acknowledgement/acknowledgement-request.entity';
import { AcknowledgementRoundQueries } from './acknowledgement/acknowledgement-rounds.queries';
import { AcknowledgementRounds } from './acknowledgement/acknowledgement-rounds.service';
import { ApplicationDetails } from './application/application-details.service';
import { ApplicationCredential } from './application/application-credential.entity';
import { ApplicationLetters } from './application/application-letters.queries';
import { ApplicationSections } from './application/application-sections.service';
import { ApplicationSubmission } from './application/application-submission.entity';
import { ApplicationSubmissions } from './application/application-submission.service';
import { ApplicationQueries } from './application/application.queries';
import { Applications } from './application/applications.service';
import { Appeals } from './appeal/appeals.service';
import { Application } from './application/application.entity';
import { BotDecisions } from './bot/bot-decisions.service';
import { BotRules } from './bot/bot-rules.service';
import { CorrectionDeadlines } from './bot/correction-deadlines.queries';
import { ApplicationCopies } from './copy/application-copies.service';
import { DecisionLetters } from './copy/decision-letters.service';
import { DirectoryQueries } from './directory/directory.queries';
import { Decision } from './decision/decision.entity';
import { DecisionQueries } from './decision/decision.queries';
import { DecisionWriter } from './decision/decision-writer.service';
import { Decisions } from './decision/decisions.service';
import { PanelVotes } from './decision/panel-votes.queries';
import { Votes } from './decision/votes.service';
import { CaseEscalations } from './desk/case-escalations.service';
import { Desks } from './desk/desks.service';
import { WorkCalendars } from './desk/work-calendars.service';
import { DisclosureReviews } from './disclosure/disclosure-reviews.service';
import { DisclosureSeals, SEALED_DISCLOSURE } from './disclosure/disclosure-seals';
import { Disclosure } from './disclosure/disclosure.entity';
import { MemberDisclosures } from './disclosure/member-disclosures.service';
import { OwnDisclosures } from './disclosure/own-disclosures.service';
import { Grade } from './grade/grade.entity';
import { GradeQueries } from './grade/grade.queries';
import { Grades } from './grade/grades.service';
import { Admissions } from './membership/admissions.service';
import { MemberNumberCounter } from './membership/member-number-counter.entity';
import { MembershipPeriod } from './membership/membership-period.entity';
import { MembershipRows } from './membership/membership-rows';
import { Membership } from './membership/membership.entity';
import { MembershipQueries } from './membership/membership.queries';
import { Memberships } from './membership/memberships.service';
import { PrivateReadQueries } from './privacy/private-reads.queries';
import { RequirementFactsQueries } from './requirement/requirement-facts.queries';
import { EvidenceRetention } from './retention/evidence-retention.service';
import { RetentionHold } from './retention/retention-hold.entity';
import { RetentionHoldQueries } from './retention/retention-holds.queries';
import { RetentionHolds } from './retention/retention-holds.service';
import { Assignments } from './review/assignments.service';
import { BulkAssignments } from './review/bulk-assignments.service';
import { QueueViewQueries } from './review/queue-views.queries';
import { QueueViews } from './review/queue-views.service';
import { PinnedNotes } from './review/pinned-notes.service';
import { ReviewConflicts } from './review/review-conflicts.queries';
import { CaseReaders } from './review/case-readers.service';
import { Corrections } from './review/corrections.service';
import { ReviewCases } from './review/review-case.queries';
import { ReviewConflict } from './review/review-conflict.entity';
import { ReviewFileView } from './review/review-file-view.entity';
import { ReviewQueue } from './review/review-queue.queries';
import { CaseOpenings } from './standing/case-openings';
import { CredentialUses } from './standing/credential-uses.queries';
import { RenewalWatch } from './standing/renewal-watch.service';
import { StandingCase } from './standing/standing-case.entity';
import { StandingCaseQueries } from './standing/standing-cases.queries';
import { StandingCases } from './standing/standing-cases.service';
import { StandingWatch } from './standing/standing-watch.service';
import { SponsorDeadlines } from './sponsor/sponsor-deadlines.service';
import { SponsorNaming } from './sponsor/sponsor-naming.service';
import { Sponsorship } from './sponsor/sponsorship.entity';
import { SponsorshipQueries } from './sponsor/sponsorship.queries';
import { Sponsorships } from './sponsor/sponsorships.service';
import { OpenCaseEffects } from './rule-change/open-cases.queries';
import { RuleChanges } from './rule-change/rule-changes.service';
import { MEMBERSHIP_HOLDINGS } from './membership.holdings';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      AcknowledgementRequest,
      Application,
      ApplicationCredential,
      ApplicationSubmission,
      Decision,
      Disclosure,
      Grade,
      MemberNumberCounter,
      Membership,
      MembershipPeriod,
      ReviewConflict,
      ReviewFileView,
      RetentionHold,
      Sponsorship,
      StandingCase,
    ]),
    CredentialsModule,
    EthicsModule,
    FilesModule,
    GroupsModule,
    PeopleModule,
    VaultModule,
  ],
  providers: [
    AcknowledgementRoundQueries,
    AcknowledgementRounds,
    Admissions,
    Appeals,
    ApplicationCopies,
    ApplicationDetails,
    ApplicationLetters,
    ApplicationQueries,
    Applications,
    ApplicationSections,
    ApplicationSubmissions,
    BotDecisions,
    BotRules,
    GradeQueries,
    Grades,
    Assignments,
    BulkAssignments,
    CaseEscalations,
    Desks,
    PinnedNotes,
    WorkCalendars,
    QueueViewQueries,
    QueueViews,
    CaseReaders,
    ReviewConflicts,
    CorrectionDeadlines,
    Corrections,
    DecisionQueries,
    DecisionWriter,
    Decisions,
    PanelVotes,
    Votes,
    DecisionLetters,
    DirectoryQueries,
    DisclosureReviews,
    DisclosureSeals,
    MemberDisclosures,
    OwnDisclosures,
    MembershipQueries,
    MembershipRows,
    Memberships,
    EvidenceRetention,
    PrivateReadQueries,
    RetentionHoldQueries,
    RetentionHolds,
    RequirementFactsQueries,
    ReviewCases,
    ReviewQueue,
    StandingCaseQueries,
    StandingCases,
    StandingWatch,
    CaseOpenings,
    CredentialUses,
    RenewalWatch,
    SponsorDeadlines,
    SponsorNaming,
    SponsorshipQueries,
    Sponsorships,
    OpenCaseEffects,
    RuleChanges,
  ],
  exports: [
    AcknowledgementRoundQueries,
    AcknowledgementRounds,
    Admissions,
    Appeals,
    ApplicationCopies,
    ApplicationDetails,
    ApplicationLetters,
    ApplicationQueries,
    Applications,
    ApplicationSections,
    ApplicationSubmissions,
    GradeQueries,
    Grades,
    Assignments,
    BulkAssignments,
    CaseEscalations,
    Desks,
    PinnedNotes,
    QueueViewQueries,
    QueueViews,
    CaseReaders,
    ReviewConflicts,
    CorrectionDeadlines,
    Corrections,
    BotDecisions,
    BotRules,
    DecisionQueries,
    Decisions,
    Votes,
    DecisionLetters,
    DirectoryQueries,
    DisclosureReviews,
    MemberDisclosures,
    OwnDisclosures,
    MembershipQueries,
    Memberships,
    EvidenceRetention,
    PrivateReadQueries,
    RetentionHoldQueries,
    RetentionHolds,
    RequirementFactsQueries,
    ReviewCases,
    ReviewQueue,
    StandingCaseQueries,
    StandingCases,
    StandingWatch,
    CredentialUses,
    RenewalWatch,
    SponsorDeadlines,
    SponsorNaming,
    SponsorshipQueries,
    Sponsorships,
    RuleChanges,
  ],
})
export class MembershipModule {
  constructor(columns: SealedColumns, holdings: PersonHoldings) {
    columns.add(SEALED_DISCLOSURE);
    holdings.add(...MEMBERSHIP_HOLDINGS);
  }
}
