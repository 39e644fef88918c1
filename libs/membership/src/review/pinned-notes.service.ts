import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { Clock, DomainError, forbidden, newId, notFound, stale, type Actor } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { CaseReaders } from './case-readers.service';
import { MOST_NOTES, MOST_REPLIES, noteFaults, placeFaults, type Place } from './pinned-note.policy';
import { takeUp } from './reviewed-application';

/** An answer to a note. */
export interface NoteReply {
  id: string;
  at: string;
  by: string;
  text: string;
}

/** A note on a place of an evidence file; officers see it, the applicant never does. */
export interface PinnedNote extends Place {
  id: string;
  version: number;
  fileId: string;
  /** From 1 in the case, in the order they were written; the marker shows it. */
  number: number;
  createdAt: Date;
  by: string;
  isOwn: boolean;
  text: string;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  replies: NoteReply[];
}

const NOTES = `SELECT n.id, n.version, n.file_id AS "fileId", n.number, n.page, n.x, n.y, n.text, n.created_at AS "createdAt",
    p.full_name AS by, n.person_id = $2 AS "isOwn", n.resolved_at AS "resolvedAt",
    (SELECT r.full_name FROM people r WHERE r.id = n.resolved_by) AS "resolvedBy",
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'at', a.created_at, 'by', q.full_name, 'text', a.text) ORDER BY a.created_at, a.id)
      FROM pinned_note_replies a JOIN people q ON q.id = a.person_id WHERE a.note_id = n.id), '[]') AS replies
  FROM pinned_notes n JOIN people p ON p.id = n.person_id WHERE n.application_id = $1 ORDER BY n.number`;

/** Only on a file that is evidence of the case. */
const PIN = `INSERT INTO pinned_notes (id, created_at, application_id, file_id, person_id, number, page, x, y, text)
  SELECT $1, $2, $3::uuid, $4::uuid, $5, 1 + coalesce((SELECT max(number) FROM pinned_notes WHERE application_id = $3), 0), $6, $7, $8, $9
  WHERE EXISTS (SELECT 1 FROM application_credentials c JOIN credential_evidence e ON e.credential_id = c.credential_id
    WHERE c.application_id = $3 AND e.file_id = $4) RETURNING number`;

/** Officers write on the evidence, to each other. */
@Injectable()
export class PinnedNotes {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly readers: CaseReaders,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The notes of a case in order. @throws application.not_found, application.forbidden */
  async of(actor: Actor, applicationId: string): Promise<PinnedNote[]> {
    await this.readers.assertMayRead(actor, applicationId);
    return this.sql.rows<PinnedNote & Record<string, unknown>>(NOTES, [applicationId, actor.personId]);
  }

  /**
   * Pins a note; its id. @throws application.not_found, application.forbidden, note.invalid, file.not_found,
   *   note.exhausted (200 in the case)
   */
  pin(actor: Actor, applicationId: string, fileId: string, note: Place & { text: string }): Promise<string> {
    const { page, x, y, text } = note;
    assertFine([...noteFaults(text), ...placeFaults(note)]);
    return this.transactions.run(async (tx) => {
      // The case is locked: two notes at once get two numbers.
      await takeUp(tx, actor, 'review', applicationId, null);
      const id = newId();
      const values = [id, this.clock.now(), applicationId, fileId, actor.personId, page, x, y, text.trim()];
      const [made]: { number: number }[] = await tx.query(PIN, values);
      if (!made) throw notFound('file');
      if (made.number > MOST_NOTES) throw new DomainError('note.exhausted', FULL);
      await this.note(tx, actor, applicationId, 'application.note_pinned', {
        noteId: id,
        fileId,
        number: made.number,
      });
      return id;
    });
  }

  /** Moves one's own note. @returns the new version. @throws note.not_found, note.forbidden, note.stale, note.invalid */
  move(actor: Actor, applicationId: string, noteId: string, place: Place, version: number): Promise<number> {
    assertFine(placeFaults(place));
    return this.transactions.run(async (tx) => {
      const held = await this.held(tx, actor, applicationId, noteId);
      if (held.personId !== actor.personId) throw forbidden('note', NOT_OWN);
      if (held.version !== version) throw stale('note', { version: held.version });
      await tx.query(
        'UPDATE pinned_notes SET page = $2, x = $3, y = $4, version = version + 1 WHERE id = $1',
        [noteId, place.page, place.x, place.y],
      );
      return version + 1;
    });
  }

  /** Answers a note; the answer's id. @throws note.not_found, note.invalid, note.exhausted (50 answers) */
  reply(actor: Actor, applicationId: string, noteId: string, text: string): Promise<string> {
    assertFine(noteFaults(text));
    return this.transactions.run(async (tx) => {
      await this.held(tx, actor, applicationId, noteId);
      const [{ count } = { count: 0 }]: { count: number }[] = await tx.query(
        'SELECT count(*)::int AS count FROM pinned_note_replies WHERE note_id = $1',
        [noteId],
      );
      if (count >= MOST_REPLIES) throw new DomainError('note.exhausted', FULL);
      const id = newId();
      await tx.query(
        'INSERT INTO pinned_note_replies (id, created_at, note_id, person_id, text) VALUES ($1, $2, $3, $4, $5)',
        [id, this.clock.now(), noteId, actor.personId, text.trim()],
      );
      return id;
    });
  }

  /** Says that a note is dealt with, or that it is not; saying it twice changes nothing. @throws note.not_found */
  resolve(actor: Actor, applicationId: string, noteId: string, isResolved: boolean): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { number, resolvedAt } = await this.held(tx, actor, applicationId, noteId);
      if ((resolvedAt !== null) === isResolved) return;
      await tx.query(
        'UPDATE pinned_notes SET resolved_at = $2, resolved_by = $3, version = version + 1 WHERE id = $1',
        [noteId, isResolved ? this.clock.now() : null, isResolved ? actor.personId : null],
      );
      const action = isResolved ? 'application.note_resolved' : 'application.note_reopened';
      await this.note(tx, actor, applicationId, action, { noteId, number });
    });
  }

  private async held(tx: EntityManager, actor: Actor, applicationId: string, noteId: string): Promise<Held> {
    await takeUp(tx, actor, 'review', applicationId, null);
    const [held]: Held[] = await tx.query(
      `SELECT person_id AS "personId", version, number, resolved_at AS "resolvedAt" FROM pinned_notes
       WHERE id = $1 AND application_id = $2 FOR UPDATE`,
      [noteId, applicationId],
    );
    if (!held) throw notFound('note');
    return held;
  }

  /** What a note says stays among officers; the record has only where it is. */
  private note(
    tx: EntityManager,
    actor: Actor,
    applicationId: string,
    action: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action,
      subjectType: 'application',
      subjectId: applicationId,
      details,
    });
  }
}

interface Held {
  personId: string;
  version: number;
  number: number;
  resolvedAt: Date | null;
}

function assertFine(faults: ReturnType<typeof noteFaults>): void {
  if (faults.length > 0) throw new DomainError('note.invalid', INVALID, faults);
}

const INVALID = { id: 'Catatan ini belum dapat disimpan.', en: 'This note cannot be saved yet.' };
const FULL = {
  id: 'Catatan di sini sudah terlalu banyak. Tulis yang berikutnya di keputusan.',
  en: 'There are too many notes here. Write the next one into the decision.',
};
const NOT_OWN = {
  id: 'Hanya penulisnya yang dapat memindahkan catatan ini. Anda dapat menjawabnya.',
  en: 'Only its author can move this note. You can answer it.',
};
