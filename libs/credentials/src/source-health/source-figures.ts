import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Sql } from '@himpun/database';
import { Clock } from '@himpun/kernel';

/** How a question ended; `kept` was answered without asking, `put_off` was not asked. */
export type QuestionEnd = 'answered' | 'refused' | 'failed' | 'busy' | 'kept' | 'put_off';

const WRITE_EVERY_MS = 5_000;

interface Figure {
  count: number;
  ms: number;
  slowest: number;
  cost: number;
}

/** Counts and latencies of questions: since the start for `/metrics`, by the hour in the database for officers. */
@Injectable()
export class SourceFigures implements OnModuleDestroy {
  private readonly logger = new Logger('sources');
  private readonly all = new Map<string, Figure>();
  private fresh = new Map<string, Figure>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** @param cost of one question, in the smallest unit of the currency. */
  note(source: string, end: QuestionEnd, ms: number, cost = 0): void {
    const key = `${source} ${end}`;
    for (const figures of [this.all, this.fresh]) {
      const sum = figures.get(key) ?? { count: 0, ms: 0, slowest: 0, cost: 0 };
      figures.set(key, {
        count: sum.count + 1,
        ms: sum.ms + ms,
        slowest: Math.max(sum.slowest, ms),
        cost: sum.cost + cost,
      });
    }
    this.timer ??= setTimeout(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  /** Adds what is not written yet to the hours in the database. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const rows = [...this.fresh].map(([key, figure]) => {
      const [source, ending] = key.split(' ');
      return { source, ending, ...figure };
    });
    this.fresh = new Map();
    if (rows.length === 0) return;
    try {
      await this.sql.rows(WRITE, [JSON.stringify(rows), this.clock.now()]);
    } catch (error) {
      this.logger.warn(`figures of sources were not written: ${error instanceof Error ? error.message : ''}`);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.write();
  }

  /** Prometheus text format 0.0.4. */
  text(): string {
    const lines = (name: string, of: (figure: Figure) => number): string[] => [
      `# TYPE ${name} counter`,
      ...[...this.all].map(([key, figure]) => {
        const [source, end] = key.split(' ');
        return `${name}{source="${source}",end="${end}"} ${of(figure)}`;
      }),
    ];
    return [
      ...lines('himpun_source_questions_total', ({ count }) => count),
      ...lines('himpun_source_seconds_total', ({ ms }) => ms / 1_000),
      ...lines('himpun_source_cost_total', ({ cost }) => cost),
      '',
    ].join('\n');
  }
}

const WRITE = `
  INSERT INTO source_hours (source, hour, ending, count, ms, slowest_ms, cost, last_at)
  SELECT w.source, date_trunc('hour', $2::timestamptz), w.ending, w.count, w.ms, w.slowest, w.cost, $2
  FROM jsonb_to_recordset($1::jsonb) AS w (source text, ending text, count int, ms float8, slowest float8, cost float8)
  ON CONFLICT (source, hour, ending) DO UPDATE SET count = source_hours.count + excluded.count,
    ms = source_hours.ms + excluded.ms, slowest_ms = greatest(source_hours.slowest_ms, excluded.slowest_ms),
    cost = source_hours.cost + excluded.cost, last_at = excluded.last_at`;
