import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Checks } from '@himpun/credentials';
import { Transactions } from '@himpun/database';
import { FileSights } from '@himpun/files';
import { Clock, nextState, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import { PersonDetails } from '@himpun/people';
import type { EntityManager } from 'typeorm';
import { holidaysOf } from '../desk/work-calendars.service';
import { resumeClock } from '../review/promise.policy';
import { RequirementFactsQueries, type GatheredFacts } from '../requirement/requirement-facts.queries';
import { submissionGaps } from '../requirement/requirements.policy';
import { passOnDisclosures } from '../disclosure/disclosure-rows';
import { refusals } from './application-refusals';
import { Application } from './application.entity';
import type { ApplicationSubmitted } from './application.events';
import { APPLICATION_TRANSITIONS } from './application.states';
import { detailGaps } from './details.policy';
import { ownApplication, type OwnApplication } from './own-application';
import type { SubmittedContent } from './submitted-content';

/** Sends applications in. */
@Injectable()
export class ApplicationSubmissions {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: RequirementFactsQueries,
    private readonly people: PersonDetails,
    private readonly checks: Checks,
    private readonly sights: FileSights,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Submits a draft, or a returned application again: keeps a copy of what was sent in, lets the group's officers see the
   * evidence, starts the checks and announces it. A second click finds it submitted and changes nothing.
   * @returns the reference. @throws application.not_found, application.closed, application.incomplete (reasons by section)
   */
  submit(actor: Actor, applicationId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const own = await ownApplication(tx, actor, applicationId);
      if (own.state === 'submitted') return own.reference;
      const next = nextState(APPLICATION_TRANSITIONS, own.state, 'submit');
      if (!next) throw refusals.notOpen();
      const content = await this.completeContent(tx, own);
      const now = this.clock.now();
      const clock = resumeClock(
        { dueOn: null, daysLeft: own.daysLeft },
        this.clock.today(own.zone),
        own.promisedDays,
        await holidaysOf(tx, own.groupPath),
      );
      await tx.update(
        Application,
        { id: own.id },
        {
          state: next,
          version: own.version + 1,
          ruleId: own.ruleId,
          submittedAt: now,
          returned: null,
          ...clock,
        },
      );
      const number = await this.keepCopy(tx, own, content);
      await this.passOn(tx, actor, own, content);
      await this.audit.record(tx, actor, {
        action: 'application.submitted',
        subjectType: 'application',
        subjectId: own.id,
        groupId: own.groupId,
        details: { number, ruleId: own.ruleId },
      });
      const news: ApplicationSubmitted = {
        type: 'membership.application_submitted',
        payload: { applicationId: own.id },
      };
      await this.outbox.announce(tx, news.type, news.payload);
      return own.reference;
    });
  }

  private async completeContent(tx: EntityManager, own: OwnApplication): Promise<SubmittedContent> {
    const facts = await this.facts.of(tx, own);
    const details = await this.people.of(tx, own.personId);
    const gaps = [
      ...detailGaps(details),
      ...submissionGaps(own.requirements, facts, this.clock.today(own.zone)),
    ];
    if (gaps.length > 0) throw refusals.incomplete(gaps);
    const { version: _, ...kept } = details;
    const content = contentOf(own, kept, facts);
    return { ...content, answers: { ...content.answers, ...(await namedSponsors(tx, own.id)) } };
  }

  private async keepCopy(tx: EntityManager, own: OwnApplication, content: SubmittedContent): Promise<number> {
    const [row]: { number: number }[] = await tx.query(
      `INSERT INTO application_submissions (application_id, number, submitted_at, rule_id, content)
       SELECT $1, count(*) + 1, $2, $3, $4 FROM application_submissions WHERE application_id = $1 RETURNING number`,
      [own.id, this.clock.now(), own.ruleId, JSON.stringify(content)],
    );
    return Number(row?.number);
  }

  private async passOn(
    tx: EntityManager,
    actor: Actor,
    own: OwnApplication,
    content: SubmittedContent,
  ): Promise<void> {
    const offered = Object.values(content.credentials).flat();
    const disclosed = await passOnDisclosures(tx, own.id, this.clock.now());
    await this.sights.give(
      tx,
      [...offered.flatMap(({ evidenceFileIds }) => evidenceFileIds), ...disclosed],
      { id: own.groupId, path: own.groupPath },
      { type: 'application', id: own.id },
    );
    await this.checks.requestFor(tx, actor, {
      credentialIds: [...new Set(offered.map(({ credentialId }) => credentialId))],
      groupId: own.groupId,
      originType: 'application',
      originId: own.id,
    });
  }
}

/** Sponsors as they were named, beside the answers: what was sent in tells whom it named. */
async function namedSponsors(tx: EntityManager, applicationId: string): Promise<SubmittedContent['answers']> {
  const rows: { requirementId: string; names: string[] }[] = await tx.query(
    `SELECT requirement_id AS "requirementId", array_agg(named ORDER BY id) AS names FROM sponsorships
     WHERE application_id = $1 AND state IN ('asked', 'confirmed') GROUP BY requirement_id`,
    [applicationId],
  );
  return Object.fromEntries(rows.map(({ requirementId, names }) => [requirementId, { names }]));
}

/** Only what the rule asks for: answers to requirements that a newer rule dropped stay behind. */
function contentOf(
  own: OwnApplication,
  details: SubmittedContent['details'],
  facts: GatheredFacts,
): SubmittedContent {
  const ids = own.requirements.map(({ id }) => id);
  return {
    details,
    answers: Object.fromEntries(
      ids.filter((id) => facts.answers[id] !== undefined).map((id) => [id, facts.answers[id]]),
    ),
    credentials: Object.fromEntries(
      ids
        .filter((id) => facts.credentials[id])
        .map((id) => [
          id,
          (facts.credentials[id] ?? []).map(({ credentialId, kind, claim, evidenceFileIds }) => ({
            credentialId,
            kind,
            claim: { ...claim },
            evidenceFileIds: [...evidenceFileIds],
          })),
        ]),
    ),
  };
}
