import { Extraction, extractCredential, NO_DOCUMENTS, NoCredential } from '@himpun/signatures';
import { credentialFacts, NO_FACTS } from './credential-facts';
import { shapeFaults } from './credential-shape.policy';
import { credentialStatus } from './credential-status';
import { issuerSignature } from './issuer-signature';
import { checkOpenBadge2 } from './open-badge-2/check-open-badge-2';
import { decide, heaviest } from './outcome.policy';
import { holderOf, presentationFaults } from './presentation';
import { Reason } from './reasons';
import { SignedCredentialReport } from './report';
import { checkSdJwt } from './sd-jwt/check-sd-jwt';
import { tokenStatus } from './sd-jwt/token-status';
import {
  Presentation,
  readSignedDocument,
  SecuredCredential,
  SignedDocument,
  Unreadable,
} from './signed-document';
import { StatusOptions } from './status-finding';
import { claimTimeFaults, validityFaults } from './validity.policy';

export interface CheckOptions extends Partial<StatusOptions> {
  /** The moment the credential has to be good at. */
  at: Date;
}

/** A report before it is known what file it came in. */
type Checked = Omit<SignedCredentialReport, 'container'>;

const REASON_OF_NONE: Record<NoCredential, Reason> = {
  unreadable: 'not_a_credential',
  too_large: 'too_large',
  unknown_file: 'unsupported_format',
  image_without_credential: 'no_embedded_credential',
  link: 'link_only',
  several: 'several_credentials',
};
const MOST_PRESENTED = 50;

/**
 * Checks a signed credential: a W3C Verifiable Credential, Open Badge or CLR as JSON, JWT, SD-JWT, or baked into a PNG or SVG, alone or in a
 * presentation. Nothing is fetched but through `documents`, and whatever the file holds, the answer is a report; only the document source can throw.
 *
 * `verified` means: unchanged, signed (or hosted) by its issuer, in time, and not revoked. Whether the issuer is to be trusted
 * with this claim, and whether the holder is the applicant (`subjectBinding`), is for the caller to decide.
 */
export async function checkSignedCredential(
  input: Buffer | string,
  options: CheckOptions,
): Promise<SignedCredentialReport> {
  const found = extractCredential(input);
  const container = found.container ?? null;
  if ('none' in found) {
    const format = container === 'png' || container === 'svg' ? 'image' : 'unknown';
    const none = unread({ kind: 'unreadable', reason: REASON_OF_NONE[found.none], format });
    return { ...((await hostedElsewhere(found, options)) ?? none), container };
  }
  const checked = await check(readSignedDocument(found.text), { documents: NO_DOCUMENTS, ...options });
  return { ...checked, container };
}

/** An image may only carry the address of its hosted assertion (Open Badges, "Baking"). */
async function hostedElsewhere(found: Extraction, options: CheckOptions): Promise<Checked | undefined> {
  if (!('link' in found) || found.link === undefined) return undefined;
  const document = await options.documents?.get(found.link);
  const read = document === undefined ? undefined : readSignedDocument(document);
  return read?.kind === 'open-badge-2' ? check(read, { documents: NO_DOCUMENTS, ...options }) : undefined;
}

function check(document: SignedDocument, options: StatusOptions): Promise<Checked> {
  switch (document.kind) {
    case 'credential':
      return checkCredential(document, options);
    case 'sd-jwt':
      return checkSdJwt(document, options);
    case 'open-badge-2':
      return checkOpenBadge2(document, options);
    case 'presentation':
      return checkPresented(document, options);
    case 'unreadable':
      return Promise.resolve(unread(document));
  }
}

async function checkCredential(secured: SecuredCredential, options: StatusOptions): Promise<Checked> {
  const { credential } = secured;
  const base = {
    ...credentialFacts(credential),
    securing: secured.securing,
    credential,
    key: null,
    notes: [],
  };
  const shape = shapeFaults(credential);
  if (shape.length > 0) return { ...base, ...decide(shape, []) };
  const signature = await issuerSignature(secured, options);
  const time = timeFaults(secured, options.at);
  // Who did not sign it has no status list either: nothing is fetched for a paper that is not the issuer's.
  const status = signature.reasons.length > 0 ? [] : await statusFindings(secured, options);
  const reasons = status.flatMap((finding) => finding.reasons);
  return {
    ...base,
    ...decide(signature.reasons, [...reasons, ...time]),
    key: signature.key,
    notes: [...signature.notes, ...status.flatMap(({ notes }) => notes)],
  };
}

async function statusFindings(
  secured: SecuredCredential,
  options: StatusOptions,
): ReturnType<typeof tokenStatus> extends Promise<infer Finding> ? Promise<Finding[]> : never {
  const own = await credentialStatus(secured.credential, options);
  if (secured.securing === 'data-integrity') return [own];
  const issuer = credentialFacts(secured.credential).issuer.id ?? '';
  return [own, await tokenStatus(secured.jws.payload.status, issuer, options)];
}

/** Everything presented is checked, and the heaviest outcome counts: one revoked credential among three is not "verified". */
async function checkPresented(presented: Presentation, options: StatusOptions): Promise<Checked> {
  if (presented.contained.length > MOST_PRESENTED)
    return unread({ kind: 'unreadable', reason: 'too_complex', format: 'presentation' });
  const reports: Checked[] = [];
  for (const one of presented.contained) {
    const read = readSignedDocument(one);
    const nested: Unreadable = { kind: 'unreadable', reason: 'unsupported_format', format: 'presentation' };
    reports.push(await check(read.kind === 'presentation' ? nested : read, options));
  }
  const [first] = reports;
  const faults = await presentationFaults(presented, options);
  const own = decide(faults, []);
  const worst = heaviest([own, ...reports]);
  const reasons = [
    ...new Set([...worst.reasons, ...own.reasons, ...reports.flatMap((report) => report.reasons)]),
  ];
  if (first && reports.length === 1) return { ...first, outcome: worst.outcome, reasons };
  return {
    ...(first ?? unread({ kind: 'unreadable', reason: 'unsupported_format', format: 'presentation' })),
    ...NO_FACTS,
    format: 'presentation',
    issuer: common(reports.map(({ issuer }) => issuer)) ?? NO_FACTS.issuer,
    subject: common(reports.map(({ subject }) => subject)) ?? {
      ...NO_FACTS.subject,
      id: holderOf(presented.presentation),
    },
    outcome: worst.outcome,
    reasons,
    credential: presented.presentation,
    notes: reports.flatMap(({ notes, outcome }, at) => [`presented_${at + 1}:${outcome}`, ...notes]),
  };
}

function common<T extends { id: string | null }>(all: readonly T[]): T | undefined {
  return all.every(({ id }) => id === all[0]?.id) ? all[0] : undefined;
}

function timeFaults(secured: SecuredCredential, at: Date): Reason[] {
  const own = validityFaults(secured.credential, at);
  return secured.securing === 'data-integrity'
    ? own
    : [...new Set([...own, ...claimTimeFaults(secured.jws.payload, at)])];
}

function unread({ reason, format }: Unreadable): Checked {
  return {
    ...NO_FACTS,
    ...decide([reason], []),
    ...{ securing: null, key: null, notes: [], credential: null },
    format,
  };
}
