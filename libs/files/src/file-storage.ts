import type { Readable } from 'node:stream';

/** Where contents lie. Keys are UUIDs made by us; the disk is one implementation, an object store may be another. */
export abstract class FileStorage {
  /** Keeps the content durably under a new key; nothing is left when the stream fails. */
  abstract keep(key: string, content: Readable): Promise<void>;
  /** @throws when there is no such content */
  abstract open(key: string): Promise<Readable>;
  /** Forgets the content; nothing happens when there is none. */
  abstract forget(key: string): Promise<void>;
  /** Keys of everything kept before `instant`. */
  abstract keysBefore(instant: Date): AsyncIterable<string>;
}
