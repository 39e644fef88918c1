import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { FileSecrecy } from './file.access';
import type { FilePurpose } from './file-purpose';

/** A file as its owner sees it in lists. */
export interface FileSummary {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  purpose: FilePurpose;
}

/** What is left of a file that rules had deleted. */
export interface ErasedFile {
  id: string;
  purpose: FilePurpose;
  /** Bytes. */
  size: number;
  /** 64 hex digits. */
  sha256: string;
  createdAt: Date;
  erasedAt: Date;
  reason: string;
}

/** A file with what decides who may open it. */
export interface FoundFile extends FileSecrecy {
  summary: FileSummary;
  /** Beside each of the sights: the group, and the case it was submitted for. */
  cases: readonly { groupId: string; type: string | null; id: string | null }[];
  storageKey: string;
  sealedKey: Buffer | null;
  sealedWith: string | null;
}

const SUMMARY = 'f.id, f.name, f.media_type AS "mediaType", f.size, f.purpose';

type Row = FileSummary & FileSecrecy & Omit<FoundFile, 'summary'> & Record<string, unknown>;

/** Reads of files; deleted ones are gone for everybody. */
@Injectable()
export class FileQueries {
  constructor(private readonly sql: Sql) {}

  async find(id: string): Promise<FoundFile | null> {
    const row = await this.sql.row<Row>(
      `SELECT ${SUMMARY}, f.owner_person_id AS "ownerPersonId", f.storage_key AS "storageKey",
         f.sealed_key AS "sealedKey", f.sealed_with AS "sealedWith",
         coalesce(jsonb_agg(to_jsonb(s.group_path) ORDER BY s.group_id) FILTER (WHERE s.file_id IS NOT NULL), '[]') AS sights,
         coalesce(jsonb_agg(jsonb_build_object('groupId', s.group_id, 'type', s.origin_type, 'id', s.origin_id)
           ORDER BY s.group_id) FILTER (WHERE s.file_id IS NOT NULL), '[]') AS cases
       FROM files f LEFT JOIN file_sights s ON s.file_id = f.id
       WHERE f.id = $1 AND f.deleted_at IS NULL GROUP BY f.id`,
      [id],
    );
    if (!row) return null;
    const { ownerPersonId, storageKey, sealedKey, sealedWith, sights, cases, ...summary } = row;
    return { summary, ownerPersonId, storageKey, sealedKey, sealedWith, sights, cases };
  }

  /** What a person has uploaded, newest first. */
  ofPerson(personId: string): Promise<FileSummary[]> {
    return this.sql.rows<FileSummary & Record<string, unknown>>(
      `SELECT ${SUMMARY} FROM files f WHERE f.owner_person_id = $1 AND f.deleted_at IS NULL ORDER BY f.id DESC`,
      [personId],
    );
  }

  /** A person's files that were deleted because rules say so, newest first. */
  erasedOf(personId: string): Promise<ErasedFile[]> {
    return this.sql.rows<ErasedFile & Record<string, unknown>>(
      `SELECT id, purpose, size, encode(sha256, 'hex') AS sha256, created_at AS "createdAt", erased_at AS "erasedAt",
         erased_reason AS reason
       FROM files WHERE owner_person_id = $1 AND erased_at IS NOT NULL ORDER BY erased_at DESC, id DESC LIMIT 500`,
      [personId],
    );
  }

  /** Names and sizes of the given files, for those who already know their ids. */
  summaries(ids: readonly string[]): Promise<FileSummary[]> {
    return this.sql.rows<FileSummary & Record<string, unknown>>(
      `SELECT ${SUMMARY} FROM files f WHERE f.id = ANY($1::uuid[]) AND f.deleted_at IS NULL`,
      [ids],
    );
  }

  /** Bytes that a person's files take. */
  async bytesOf(personId: string): Promise<number> {
    const row = await this.sql.row<{ bytes: string }>(
      'SELECT coalesce(sum(size), 0) AS bytes FROM files WHERE owner_person_id = $1 AND deleted_at IS NULL',
      [personId],
    );
    return Number(row?.bytes);
  }

  /** Which of the keys belong to no file in use. */
  async orphansAmong(keys: readonly string[]): Promise<string[]> {
    const rows = await this.sql.rows<{ key: string }>(
      `SELECT key FROM unnest($1::uuid[]) AS kept (key)
       WHERE NOT EXISTS (SELECT 1 FROM files WHERE storage_key = key AND deleted_at IS NULL)`,
      [keys],
    );
    return rows.map(({ key }) => key);
  }
}
