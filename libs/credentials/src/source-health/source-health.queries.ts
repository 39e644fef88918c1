import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock, type Bilingual } from '@himpun/kernel';
import { CheckSources } from '../source/check-sources';

/** How one source answers, for officers. Counts are those of the last 24 hours. */
export interface SourceHealthLine {
  id: string;
  name: Bilingual;
  version: string;
  /** `troubled`: its last questions failed, and it is still asked. */
  state: 'well' | 'troubled' | 'unavailable';
  /** Since when it is not asked. */
  since: Date | null;
  nextTryAt: Date | null;
  lastError: string | null;
  lastAnswerAt: Date | null;
  /** Checks that have not ended. */
  waiting: number;
  asked: number;
  failed: number;
  /** Answered without asking. */
  kept: number;
  /** Milliseconds; null where nothing was answered. */
  averageMs: number | null;
  slowestMs: number | null;
  /** In the smallest unit of the house's currency. */
  cost: number;
}

/** Reads of how sources answer. */
@Injectable()
export class SourceHealth {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly sources: CheckSources,
  ) {}

  /** Every source, in the order in which people read of them. */
  async all(): Promise<SourceHealthLine[]> {
    const ids = this.sources.all.map(({ id }) => id);
    const rows = await this.sql.rows<HealthRow>(HEALTH, [ids, this.clock.now()]);
    return this.sources.all.map(({ id, name, version }) => {
      const row = rows.find((one) => one.id === id);
      const { inRow, circuit, ...figures } = row ?? NEVER;
      const state = circuit === 'open' ? 'unavailable' : inRow > 0 ? 'troubled' : 'well';
      return { ...figures, id, name, version, state };
    });
  }
}

type Figures = Omit<SourceHealthLine, 'name' | 'version' | 'state'>;
type HealthRow = Figures & { inRow: number; circuit: string } & Record<string, unknown>;

const NEVER = {
  ...{
    id: '',
    since: null,
    nextTryAt: null,
    lastError: null,
    lastAnswerAt: null,
    waiting: 0,
    asked: 0,
    failed: 0,
  },
  ...{ kept: 0, averageMs: null, slowestMs: null, cost: 0, inRow: 0, circuit: 'closed' },
};

const HEALTH = `
  SELECT s.id, coalesce(h.state, 'closed') AS circuit, coalesce(h.in_row, 0) AS "inRow", h.opened_at AS since,
    h.open_until AS "nextTryAt", h.last_error AS "lastError",
    (SELECT count(*)::int FROM checks k WHERE k.source = s.id AND k.ended_at IS NULL) +
      (SELECT count(*)::int FROM verification_lists l JOIN verification_list_answers q ON q.list_id = l.id
       WHERE l.state = 'running' AND q.source = s.id AND q.run_state IN ('queued', 'running')) AS waiting,
    f."lastAnswerAt", coalesce(f.asked, 0) AS asked, coalesce(f.failed, 0) AS failed, coalesce(f.kept, 0) AS kept,
    f."averageMs", f."slowestMs", coalesce(f.cost, 0) AS cost
  FROM unnest($1::text[]) AS s (id)
  LEFT JOIN source_health h ON h.source = s.id
  LEFT JOIN LATERAL (
    SELECT max(last_at) FILTER (WHERE ending IN ('answered', 'refused')) AS "lastAnswerAt",
      sum(count) FILTER (WHERE ending IN ('answered', 'refused', 'failed', 'busy'))::int AS asked,
      sum(count) FILTER (WHERE ending IN ('failed', 'busy'))::int AS failed,
      sum(count) FILTER (WHERE ending = 'kept')::int AS kept,
      sum(ms) FILTER (WHERE ending = 'answered') / nullif(sum(count) FILTER (WHERE ending = 'answered'), 0) AS "averageMs",
      max(slowest_ms) FILTER (WHERE ending = 'answered') AS "slowestMs", sum(cost) AS cost
    FROM source_hours WHERE source = s.id AND hour > $2::timestamptz - interval '24 hours') f ON true`;
