import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { isId, Settings } from '@himpun/kernel';
import { FileStorage } from './file-storage';

/** Contents in the data folder, outside the web root, spread over 256 folders. */
@Injectable()
export class DiskFileStorage extends FileStorage {
  private readonly root: string;

  constructor(settings: Settings) {
    super();
    this.root = resolve(settings.dataDir, 'files', 'kept');
  }

  async keep(key: string, content: Readable): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.part`;
    try {
      await pipeline(content, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
      // Appears under its key only when whole.
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async open(key: string): Promise<Readable> {
    const path = this.pathOf(key);
    await stat(path);
    return createReadStream(path);
  }

  async forget(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *keysBefore(instant: Date): AsyncIterable<string> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    for await (const folder of await opendir(this.root)) {
      for await (const entry of await opendir(join(this.root, folder.name))) {
        if (entry.name.endsWith('.part'))
          await this.forgetDraft(join(this.root, folder.name, entry.name), instant);
        if (isId(entry.name) && (await stat(this.pathOf(entry.name))).mtime < instant) yield entry.name;
      }
    }
  }

  /** What a killed process had begun to write. */
  private async forgetDraft(path: string, instant: Date): Promise<void> {
    const found = await stat(path).catch(() => null);
    if (found && found.mtime < instant) await rm(path, { force: true });
  }

  private pathOf(key: string): string {
    if (!isId(key)) throw new Error('a storage key is a UUID that we made');
    return join(this.root, key.slice(0, 2), key);
  }
}
