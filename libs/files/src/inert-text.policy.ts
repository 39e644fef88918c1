/** What text kept as it came looks like; null for none of the kinds we keep. */
export function textTypeOf(bytes: Buffer): string | null {
  const text = decode(bytes);
  if (text === null) return null;
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return isJson(text) ? 'application/json' : null;
  if (start.startsWith('<')) return isPicture(start) ? 'image/svg+xml' : null;
  if (/^[\w-]+\.[\w-]+\.[\w-]*\s*$/.test(start)) return 'application/jwt';
  return null;
}

/** Whether the bytes are UTF-8 text that may be a table; its rows are judged where it is imported. */
export function isTableText(bytes: Buffer): boolean {
  const text = decode(bytes);
  return text !== null && !/^\s*[<{%]/.test(text);
}

function decode(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** An SVG without declarations of its own entities, which is how a few bytes of XML become gigabytes. */
function isPicture(text: string): boolean {
  return /<svg[\s>]/.test(text.slice(0, 4_096)) && !/<!(?:DOCTYPE|ENTITY)/i.test(text);
}
