import { Injectable } from '@nestjs/common';
import { firstFitting, StandingRules, type RecheckRule } from '@himpun/groups';
import { Clock, newId, type LocalDate } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import type { CredentialKind } from '../credential/claim';
import { MANUAL } from '../source/coverage.policy';
import { foundUntil, type AnsweredCheck } from './credential-change.policy';
import { superseded } from '../renewal/renewals.sql';
import { nextRecheck, spreadOf } from './recheck-timing.policy';
import { TO_WATCH, WATCH } from './recheck.sql';

interface ToWatch extends AnsweredCheck {
  id: string;
  credentialId: string;
  source: string;
  endedAt: Date;
  kind: CredentialKind;
  validUntil: LocalDate | null;
}

/** Keeps an eye on the credentials that memberships rest on. */
@Injectable()
export class CredentialWatches {
  constructor(
    private readonly clock: Clock,
    private readonly rules: StandingRules,
  ) {}

  /** Watches the credentials from their newest checks on; again changes nothing. Joins the caller's transaction. */
  async begin(tx: EntityManager, groupId: string, credentialIds: readonly string[]): Promise<void> {
    const found = await tx.query<ToWatch[]>(TO_WATCH, [credentialIds, groupId]);
    if (found.length === 0) return;
    const { rule } = await this.rules.of(tx, groupId);
    const [{ zone }]: [{ zone: string }] = await tx.query('SELECT zone FROM groups WHERE id = $1', [groupId]);
    const watches = found.map((check) => {
      const expiresOn = lastDay(check, check.validUntil);
      const facts = { endedAt: check.endedAt, answered: check.runState === 'ran', expiresOn, zone };
      const asked = recheckRuleFor(rule.rechecks, check.kind, check.source);
      const dueAt = nextRecheck(asked, facts, spreadOf(check.credentialId, check.id));
      return {
        ...{ id: newId(), credentialId: check.credentialId, source: check.source },
        ...{ checkId: check.id, expiresOn, dueAt },
      };
    });
    await tx.query(WATCH, [JSON.stringify(watches), groupId, this.clock.now()]);
  }

  /** A group's rule has changed: everything under it is looked at again, which asks only what is due by the new rule. */
  async replan(tx: EntityManager, groupId: string): Promise<void> {
    await tx.query(
      `UPDATE credential_watches w SET due_at = $2 FROM groups g
       WHERE g.id = w.group_id AND g.path @> ARRAY[$1::uuid] AND w.source <> $3
         AND NOT ${superseded('w')}`,
      [groupId, this.clock.now(), MANUAL],
    );
  }
}

/** The line that says how often; a person's look is not repeated by the calendar. */
export function recheckRuleFor(
  lines: readonly RecheckRule[],
  kind: string,
  source: string,
): RecheckRule | null {
  return source === MANUAL ? null : firstFitting(lines, kind, source);
}

/** The last day as the source has it, unless it speaks of somebody else; or the one known before. */
export function lastDay(check: AnsweredCheck, known: LocalDate | null): LocalDate | null {
  return (check.outcome === 'mismatch' ? null : foundUntil(check)) ?? known;
}
