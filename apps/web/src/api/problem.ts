/** One reason behind a refusal, in the reader's language where the server gave one. */
export interface ProblemReason {
  code: string;
  message: string;
  field?: string;
}

/** What is wrong with one input field; `field` is the name that the form gave it. */
export interface ProblemField {
  field: string;
  code: string;
  message: string;
}

interface ProblemFacts {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  reasons?: ProblemReason[];
  fields?: ProblemField[];
  reference?: string;
  retryAfterSeconds?: number;
  body?: Record<string, unknown>;
}

/** A refusal by the API (RFC 9457 problem details), or a lost connection: status 0, code `network.offline`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly reasons: ProblemReason[];
  readonly fields: ProblemField[];
  /** What a person quotes when asking for help; the server's log has it too. */
  readonly reference: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** The whole body, for codes that carry more (a 409 carries what is stored now). */
  readonly body: Record<string, unknown>;

  constructor(facts: ProblemFacts) {
    super(facts.detail ?? facts.title ?? facts.code);
    this.name = 'Problem';
    this.status = facts.status;
    this.code = facts.code;
    this.title = facts.title ?? '';
    this.detail = facts.detail ?? '';
    this.reasons = facts.reasons ?? [];
    this.fields = facts.fields ?? [];
    this.reference = facts.reference;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.body = facts.body ?? {};
  }

  /** The answer when no answer came. */
  static offline(): Problem {
    return new Problem({ status: 0, code: 'network.offline' });
  }

  /** Reads a refusal whatever its body: problem+json, or the bare page of a proxy in between. */
  static of(status: number, body: unknown, retryAfter: string | null, language: string): Problem {
    const facts = isRecord(body) ? body : {};
    const reasons = [...list(facts.reasons), ...list(facts.fields)].map((reason) =>
      readReason(reason, language),
    );
    return new Problem({
      status,
      code: text(facts.code) ?? `http.${status}`,
      title: text(facts.title),
      detail: text(facts.detail),
      reasons: reasons.filter((reason) => reason.field === undefined),
      // A reason that names a field belongs beside that field.
      fields: reasons.flatMap(({ field, code, message }) =>
        field === undefined ? [] : [{ field, code, message }],
      ),
      reference: text(facts.reference),
      retryAfterSeconds: retryAfter && /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined,
      body: facts,
    });
  }
}

/** Any thrown thing as a Problem; what is not one becomes `client.unexpected`. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ status: -1, code: 'client.unexpected', detail: '' });
}

function readReason(reason: unknown, language: string): ProblemReason {
  if (typeof reason === 'string') return { code: reason, message: reason };
  const facts = isRecord(reason) ? reason : {};
  const said = facts.message ?? facts.text;
  const message = isRecord(said) ? text(said[language]) : text(said);
  return {
    code: text(facts.code) ?? '',
    message: message ?? text(facts.code) ?? '',
    field: text(facts.field),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
