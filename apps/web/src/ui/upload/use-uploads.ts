import { useRef, useState } from 'react';
import { type Problem, asProblem } from '../../api/client';
import { upload } from '../../api/upload';
import { type FileFault, type FileLimits, fileFault } from './file-faults';

/** A file that the server has. */
export interface UploadedFile {
  id: string;
  name: string;
  /** Bytes. */
  size?: number;
}

/** One file on its way, or stopped on it. */
export interface Sending {
  key: string;
  file: File;
  percent: number;
  /** Found before sending. */
  fault: FileFault | null;
  /** Said by the server. */
  problem: Problem | null;
  cancel: () => void;
}

interface UploadsOptions extends FileLimits {
  /** POST, multipart/form-data with the part `file`. */
  path: string;
  fields?: Record<string, string>;
  onUploaded: (file: UploadedFile) => void;
}

/** Files on their way: sends, tells how far, cancels, tries again. */
export function useUploads({ path, fields, onUploaded, ...limits }: UploadsOptions) {
  const [sending, setSending] = useState<Sending[]>([]);
  const count = useRef(0);

  const patch = (key: string, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const drop = (key: string) => setSending((all) => all.filter((one) => one.key !== key));

  async function send(key: string, file: File, signal: AbortSignal) {
    try {
      const onProgress = (percent: number) => patch(key, { percent });
      const sent = await upload<UploadedFile>(path, file, { fields, onProgress, signal });
      drop(key);
      onUploaded({ ...sent, name: sent.name ?? file.name, size: sent.size ?? file.size });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') drop(key);
      else patch(key, { problem: asProblem(error) });
    }
  }

  function start(file: File, key = `file-${(count.current += 1)}`) {
    const abort = new AbortController();
    const fault = fileFault(file, limits);
    const fresh: Sending = { key, file, percent: 0, fault, problem: null, cancel: () => abort.abort() };
    setSending((all) => [...all.filter((one) => one.key !== key), fresh]);
    if (!fault) void send(key, file, abort.signal);
  }

  return {
    sending,
    add: (files: Iterable<File>) => {
      for (const file of files) start(file);
    },
    retry: (one: Sending) => start(one.file, one.key),
    dismiss: (one: Sending) => drop(one.key),
  };
}
