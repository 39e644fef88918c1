const OPENING = /<(?:[A-Za-z_][\w.-]{0,60}:)?(credential|assertion)(?=[\s/>])/;
const VERIFY = /\sverify\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What an SVG carries: the element's name (`credential`, or `assertion` for the older Open Badges) and its text. */
export interface SvgCredential {
  element: string;
  text: string;
}

export function isSvg(text: string): boolean {
  return /^\s*(?:<\?xml|<!DOCTYPE svg|<!--|<svg[\s>])/i.test(text) && /<svg[\s>]/i.test(text);
}

/**
 * The credential baked into an SVG (Open Badges 3.0 §5.3.2): a JWS in the attribute `verify`, or JSON inside the element. No XML
 * parser is used and no entity is ever expanded but the five of XML itself.
 */
export function svgCredential(svg: string): SvgCredential | undefined {
  const found = OPENING.exec(svg);
  if (!found) return undefined;
  const element = found[1] ?? '';
  const from = found.index + found[0].length;
  const end = svg.indexOf('>', from);
  if (end < 0) return undefined;
  const attributes = svg.slice(from, end);
  const attribute = VERIFY.exec(attributes);
  const inside = attributes.endsWith('/') ? '' : content(svg.slice(end + 1), element);
  const token = unescapeXml(attribute?.[1] ?? attribute?.[2] ?? '').trim();
  // Open Badges 2.0 wrote the address of the hosted assertion there, and the assertion itself inside.
  const only = token === '' || (/^https?:\/\//.test(token) && inside.startsWith('{')) ? inside : token;
  return { element, text: only };
}

/** "Bakes" a credential in JSON or as a JWS into an SVG, as its first child. */
export function bakeSvg(svg: string, credential: string): string {
  const open = /<svg[\s>][^>]*>/i.exec(svg);
  if (!open || open[0].endsWith('/>')) throw new TypeError('not an SVG image with content');
  const body = credential.trimStart().startsWith('{')
    ? `><![CDATA[${credential.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:credential>`
    : ` verify="${credential}"/>`;
  const element = `<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"${body}`;
  const at = open.index + open[0].length;
  return svg.slice(0, at) + element + svg.slice(at);
}

function content(rest: string, element: string): string {
  const close = new RegExp(`</(?:[A-Za-z_][\\w.-]{0,60}:)?${element}\\s*>`);
  let text = '';
  let from = 0;
  for (let start = rest.indexOf('<![CDATA['); start >= 0; start = rest.indexOf('<![CDATA[', from)) {
    const before = rest.slice(from, start);
    if (close.test(before)) break;
    const end = rest.indexOf(']]>', start);
    if (end < 0) return '';
    text += unescapeXml(before) + rest.slice(start + '<![CDATA['.length, end);
    from = end + 3;
  }
  const end = close.exec(rest.slice(from));
  return end ? (text + unescapeXml(rest.slice(from, from + end.index))).trim() : '';
}

function unescapeXml(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}
