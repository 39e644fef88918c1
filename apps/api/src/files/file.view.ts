import type { FilePurpose, FileSummary } from '@himpun/files';

/** An uploaded file. */
export class FileView {
  id: string;
  /** As its owner called it. */
  name: string;
  /** As found in the content. */
  mediaType: string;
  /** Bytes. */
  size: number;
  purpose: FilePurpose;

  static of({ id, name, mediaType, size, purpose }: FileSummary): FileView {
    return Object.assign(new FileView(), { id, name, mediaType, size, purpose });
  }
}
