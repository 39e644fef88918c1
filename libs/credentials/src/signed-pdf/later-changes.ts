import type { PDFDict, PDFObject } from 'pdf-lib';
import { readRevision, tagOf, type Revision } from './revision';

/** What later parts of a file may be: `signature` when another signature covers them, `evidence` for validation data alone. */
export type LaterPart = 'signature' | 'evidence';

const CATALOG_EVIDENCE = ['DSS', 'Extensions', 'Version'];
const CATALOG_SIGNATURE = [...CATALOG_EVIDENCE, 'AcroForm', 'Perms', 'Metadata'];
const FORM = ['Fields', 'SigFlags', 'DR', 'DA', 'NeedAppearances'];

/**
 * Whether what was added to a document after a signature leaves what that signature covers as it was (ISO 32000-2 §12.8.2.2, ETSI EN 319 142):
 * validation data, and where somebody signed again, that signature's own field and appearance. Anything else, or what cannot be read, is a change.
 */
export async function leavesContentAlone(
  file: Buffer,
  from: number,
  to: number,
  part: LaterPart,
): Promise<boolean> {
  if (!hasObjects(file, from, to) || pointsBack(file, from, to)) return false;
  const [before, after] = [
    await readRevision(file.subarray(0, from)),
    await readRevision(file.subarray(0, to)),
  ];
  if (!before || !after) return false;
  const allowed = new Changes(before, after, part);
  for (const [tag, text] of before.text) {
    if (after.text.get(tag) !== text && !allowed.mayChange(tag)) return false;
  }
  return true;
}

/** Bytes that add nothing to the document are nobody's: no program puts them there. */
function hasObjects(file: Buffer, from: number, to: number): boolean {
  return /\b\d+ \d+ obj\b/.test(file.toString('latin1', from, to));
}

/** New cross-reference tables may speak of new objects alone; else they could swap in what lay hidden in the part that was signed. */
function pointsBack(file: Buffer, from: number, to: number): boolean {
  const added = file.toString('latin1', from, to);
  return [...added.matchAll(/^(\d{10}) \d{5} n/gm)].some(([, offset]) => Number(offset) < from);
}

const MOST_LEVELS = 10;

class Changes {
  private readonly evidence: Set<string>;
  private readonly widgets = { before: new Set<string>(), after: new Set<string>() };

  constructor(
    private readonly before: Revision,
    private readonly after: Revision,
    private readonly part: LaterPart,
  ) {
    this.evidence = reachable(before, before.catalog.get(before.pdf.PDFName.of('DSS')));
    collectWidgets(before, this.widgets.before);
    collectWidgets(after, this.widgets.after);
  }

  mayChange(tag: string): boolean {
    const { pdf } = this.before;
    const [old, now] = [this.before.objects.get(tag), this.after.objects.get(tag)];
    if (old === undefined || now === undefined) return false;
    if (this.evidence.has(tag) || isStructure(pdf, old)) return true;
    if (old === this.before.catalog) return this.catalogMayChange(asDict(pdf, old), asDict(pdf, now));
    if (this.part === 'evidence') return false;
    if (tag === this.before.info || typeOf(pdf, old) === 'Metadata') return true;
    if (this.isForm(tag))
      return sameBut(asDict(pdf, old), asDict(pdf, now), FORM) && this.fieldsGrow(old, now);
    const [dict, next] = [asDict(pdf, old), asDict(pdf, now)];
    if (dict && typeOf(pdf, old) === 'Page')
      return (
        sameBut(dict, next, ['Annots']) && this.grows(get(pdf, dict, 'Annots'), get(pdf, next, 'Annots'))
      );
    const isField = this.widgets.before.has(tag) || isSignatureField(this.before, dict);
    if (dict && isField) return this.fieldMayChange(tag, dict, next);
    return this.grows(old, now);
  }

  private catalogMayChange(old: PDFDict | undefined, now: PDFDict | undefined): boolean {
    const { pdf } = this.before;
    const keys = this.part === 'evidence' ? CATALOG_EVIDENCE : CATALOG_SIGNATURE;
    if (!sameBut(old, now, keys)) return false;
    const [form, next] = [get(pdf, old, 'AcroForm'), get(pdf, now, 'AcroForm')];
    const [was, is] = [asDict(pdf, this.before.look(form)), asDict(pdf, this.after.look(next))];
    return was === undefined || (sameBut(was, is, FORM) && this.fieldsGrow(was, is));
  }

  private fieldsGrow(old: PDFObject | undefined, now: PDFObject | undefined): boolean {
    const { pdf } = this.before;
    return this.grows(get(pdf, asDict(pdf, old), 'Fields'), get(pdf, asDict(pdf, now), 'Fields'));
  }

  /** A list may get longer by signature fields, and by nothing else. */
  private grows(old: PDFObject | undefined, now: PDFObject | undefined): boolean {
    const { pdf } = this.before;
    const [was, is] = [this.before.look(old), this.after.look(now)];
    const entries = (value: PDFObject | undefined) => (value instanceof pdf.PDFArray ? value.asArray() : []);
    if (
      (was !== undefined && !(was instanceof pdf.PDFArray)) ||
      (is !== undefined && !(is instanceof pdf.PDFArray))
    )
      return false;
    const present = new Set(entries(was).map(String));
    const left = new Set(entries(is).map(String));
    if ([...present].some((one) => !left.has(one))) return false;
    return entries(is)
      .filter((one) => !present.has(String(one)))
      .every(
        (one) =>
          this.widgets.after.has(tagOf(pdf, one) ?? '') ||
          isSignatureField(this.after, asDict(pdf, this.after.look(one))),
      );
  }

  private isForm(tag: string): boolean {
    const { pdf, catalog } = this.before;
    return tagOf(pdf, get(pdf, catalog, 'AcroForm')) === tag;
  }

  /** A field that waits for its signature may get it; one that has it keeps it. */
  private fieldMayChange(tag: string, old: PDFDict, now: PDFDict | undefined): boolean {
    const { pdf } = this.before;
    const value = get(pdf, old, 'V');
    const signed = value !== undefined && this.before.look(value) !== pdf.PDFNull;
    return !signed && (this.widgets.after.has(tag) || isSignatureField(this.after, now));
  }
}

/** A field is one for signatures by its own kind or by that of a field above it. */
function isSignatureField(revision: Revision, dict: PDFDict | undefined): boolean {
  const { pdf } = revision;
  for (let field = dict, level = 0; field && level < MOST_LEVELS; level++) {
    const kind = get(pdf, field, 'FT');
    if (kind !== undefined) return String(revision.look(kind)) === '/Sig';
    field = asDict(pdf, revision.look(get(pdf, field, 'Parent')));
  }
  return false;
}

/** Where the form says that a signature field is shown; not every widget names its field in turn. */
function collectWidgets(revision: Revision, widgets: Set<string>): void {
  const { pdf, catalog, look } = revision;
  const list = (value: PDFObject | undefined) => {
    const array = look(value);
    return array instanceof pdf.PDFArray ? array.asArray() : [];
  };
  const visit = (value: PDFObject, inherited: boolean, level: number): void => {
    const field = asDict(pdf, look(value));
    if (!field || level > MOST_LEVELS) return;
    const kind = get(pdf, field, 'FT');
    const signs = kind === undefined ? inherited : String(look(kind)) === '/Sig';
    const tag = tagOf(pdf, value);
    if (signs && tag !== undefined) widgets.add(tag);
    for (const kid of list(get(pdf, field, 'Kids'))) visit(kid, signs, level + 1);
  };
  const form = asDict(pdf, look(get(pdf, catalog, 'AcroForm')));
  for (const field of list(get(pdf, form, 'Fields'))) visit(field, false, 0);
}

/** Cross-reference and object streams are only wrapping: what is in them is compared by itself. */
function isStructure(pdf: Revision['pdf'], object: PDFObject): boolean {
  return ['XRef', 'ObjStm', 'StructTreeRoot', 'StructElem'].includes(typeOf(pdf, object) ?? '');
}

function typeOf(pdf: Revision['pdf'], object: PDFObject): string | undefined {
  const dict = object instanceof pdf.PDFStream ? object.dict : asDict(pdf, object);
  return get(pdf, dict, 'Type')?.toString().slice(1);
}

function sameBut(old: PDFDict | undefined, now: PDFDict | undefined, keys: readonly string[]): boolean {
  if (!old || !now) return false;
  const rest = (dict: PDFDict) =>
    dict
      .entries()
      .map(([key, value]) => [key.asString().slice(1), String(value)] as const)
      .filter(([key]) => !keys.includes(key))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(rest(old)) === JSON.stringify(rest(now));
}

function reachable(revision: Revision, start: PDFObject | undefined): Set<string> {
  const { pdf } = revision;
  const found = new Set<string>();
  const open: (PDFObject | undefined)[] = [start];
  for (let next = open.pop(); next !== undefined || open.length > 0; next = open.pop()) {
    const tag = tagOf(pdf, next);
    if (tag !== undefined && found.has(tag)) continue;
    if (tag !== undefined) found.add(tag);
    const object = revision.look(next);
    if (object instanceof pdf.PDFArray) open.push(...object.asArray());
    if (object instanceof pdf.PDFDict) open.push(...object.values());
  }
  return found;
}

function asDict(pdf: Revision['pdf'], object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof pdf.PDFDict ? object : undefined;
}

function get(pdf: Revision['pdf'], dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.get(pdf.PDFName.of(key));
}
