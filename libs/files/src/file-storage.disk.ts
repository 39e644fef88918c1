import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
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

  async keep(key: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.part`;
    try {
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
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
        if (isId(entry.name) && (await stat(this.pathOf(entry.name))).mtime < instant) yield entry.name;
      }
    }
  }

  private pathOf(key: string): string {
    if (!isId(key)) throw new Error('a storage key is a UUID that we made');
    return join(this.root, key.slice(0, 2), key);
  }
}
