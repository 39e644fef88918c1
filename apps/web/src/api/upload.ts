import { currentLanguage } from '../app/language';
import { Problem } from './problem';
import { noteReached, noteUnreached } from './reach';
import { noteSessionLeft } from './session-left';
import { regainSession } from './sign-in-gate';

interface UploadOptions {
  /** Further form fields; they precede the file, so that the server knows them before the bytes come. */
  fields?: Record<string, string>;
  headers?: Record<string, string>;
  /** 0 to 100. */
  onProgress?: (percent: number) => void;
  signal?: AbortSignal;
}

/** Sends one file as multipart/form-data, telling how far it is; fetch cannot tell that. Throws a Problem. */
export async function upload<View>(path: string, file: File, options: UploadOptions = {}): Promise<View> {
  try {
    return await sendOnce<View>(path, file, options);
  } catch (error) {
    if (error instanceof Problem && error.status === 401 && (await regainSession())) {
      return sendOnce<View>(path, file, options);
    }
    throw error;
  }
}

function sendOnce<View>(path: string, file: File, options: UploadOptions): Promise<View> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept-Language', currentLanguage());
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(Math.round((event.loaded / event.total) * 100));
    };
    request.onload = () => {
      const body = parse(request.responseText);
      noteReached(request.status);
      noteSessionLeft({ get: (name) => request.getResponseHeader(name) });
      if (request.status < 300) resolve(body as View);
      else
        reject(Problem.of(request.status, body, request.getResponseHeader('Retry-After'), currentLanguage()));
    };
    request.onerror = () => {
      noteUnreached();
      reject(Problem.offline());
    };
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(formOf(file, options.fields));
  });
}

function formOf(file: File, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return form;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
