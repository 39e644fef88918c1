import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Convoy, Sql } from '@himpun/database';
import { Clock, Settings } from '@himpun/kernel';
import type { Answered } from '../source/registry';
import { SourceFigures } from './source-figures';

/**
 * Answers that may serve the very same question again. The key is a keyed hash of source, version and the whole question:
 * other questions never meet, and the hash of a national id cannot be tried out. Written with the end of a check (`END`).
 */
@Injectable()
export class SourceAnswers {
  private readonly secret: Buffer;
  private readonly looked = new Convoy((keys: readonly Buffer[]) => this.findAll(keys));

  constructor(
    settings: Settings,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly figures: SourceFigures,
  ) {
    this.secret = createHmac('sha256', Buffer.from(settings.secret, 'hex')).update('source answers').digest();
  }

  keyOf(source: string, version: string, question: string): Buffer {
    return createHmac('sha256', this.secret)
      .update(JSON.stringify([source, version, question]))
      .digest();
  }

  /** The kept answer; null when there is none, or it is too old. */
  async find(source: string, key: Buffer): Promise<Answered | null> {
    const answer = await this.looked.send(key);
    if (answer) this.figures.note(source, 'kept', 0);
    return answer;
  }

  /** Removes what is too old. */
  async sweep(): Promise<void> {
    await this.sql.rows('DELETE FROM source_answers WHERE until <= $1', [this.clock.now()]);
  }

  private async findAll(keys: readonly Buffer[]): Promise<(Answered | null)[]> {
    const rows = await this.sql.rows<{ place: number; answer: Answered }>(FIND, [keys, this.clock.now()]);
    const found = new Map(rows.map(({ place, answer }) => [place, answer]));
    return keys.map((_, place) => found.get(place + 1) ?? null);
  }
}

const FIND = `
  SELECT asked.place::int AS place, s.answer FROM unnest($1::bytea[]) WITH ORDINALITY AS asked (key, place)
  JOIN source_answers s ON s.key = asked.key AND s.until > $2`;
