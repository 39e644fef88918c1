import { Injectable } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { FileSight } from './file-sight.entity';

/** Lets the officers of a group see what was submitted to it. */
@Injectable()
export class FileSights {
  constructor(private readonly clock: Clock) {}

  /**
   * Gives sight of the files; joins the caller's transaction, and is harmless when repeated.
   * @param group its id, and the ids of it and all groups above it. @param origin the case it is submitted for.
   */
  async give(
    tx: EntityManager,
    fileIds: readonly string[],
    group: { id: string; path: readonly string[] },
    origin: { type: string; id: string } | null = null,
  ): Promise<void> {
    if (fileIds.length === 0) return;
    const rows = [...new Set(fileIds)].map((fileId) => ({
      fileId,
      groupId: group.id,
      groupPath: [...group.path],
      originType: origin?.type ?? null,
      originId: origin?.id ?? null,
      createdAt: this.clock.now(),
    }));
    const insert = tx.createQueryBuilder().insert().into(FileSight).values(rows);
    // Submitted again, it is looked at for the newer case.
    await (
      origin ? insert.orUpdate(['origin_type', 'origin_id'], ['file_id', 'group_id']) : insert.orIgnore()
    ).execute();
  }
}
