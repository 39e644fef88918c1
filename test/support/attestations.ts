import { AttestationDeadlines } from '@himpun/credentials';
import type { TestApp } from './app';
import { claimed, presented } from './claims';
import { grantPowers, signedIn, stranger, type Answer, type TestClient } from './client';
import { aGroup } from './groups';

/** A degree of a university that the reference list knows. */
export const DEGREE = {
  kind: 'education',
  holderName: 'Ana Lestari',
  institution: 'Universitas Gadjah Mada',
  level: 6,
  field: 'Fisioterapi',
  title: 'Sarjana Fisioterapi',
  number: 'UGM-2015-0042',
  endedOn: '2015-08-20',
} as const;

export const REGISTRAR = 'registrar@ugm.ac.id';

/** An applicant with a presented degree whose check waits for a person, and an officer who may judge it. */
export interface AttestationCase {
  groupId: string;
  applicant: TestClient;
  officer: TestClient;
  checkId: string;
  originId: string;
}

/** Makes one; several in one group where `groupId` is given. */
export async function anAttestationCase(
  api: TestApp,
  { groupId, claim = DEGREE }: { groupId?: string; claim?: Parameters<typeof claimed>[1] } = {},
): Promise<AttestationCase> {
  const group = groupId ?? (await aGroup(api));
  const [applicant, officer] = [
    named(await signedIn(api, { fullName: 'Ana Lestari' })),
    named(await signedIn(api, { fullName: 'Bima Petugas' })),
  ];
  await grantPowers(api, String(officer.personId), group, ['licences.check']);
  const { checkIds, originId } = await presented(api, group, [await claimed(applicant, claim)]);
  return { groupId: group, applicant, officer, checkId: String(checkIds[0]), originId };
}

/** A portal on plain http names its cookie without the prefix that needs https. */
function named(client: TestClient): TestClient {
  if (process.env.PUBLIC_URL?.startsWith('http:')) {
    client.cookie = client.cookie?.replace('__Host-', '') ?? null;
  }
  return client;
}

/** Asks as the officer does; returns the question's id. */
export async function asked(
  { officer, checkId }: Pick<AttestationCase, 'officer' | 'checkId'>,
  email = REGISTRAR,
): Promise<string> {
  const answer = await officer.post<{ id: string }>(`/api/checks/${checkId}/attestations`, {
    email,
    language: 'en',
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** The token of the link as its mail carries it, once the mail is out. */
export async function sentToken(api: TestApp, attestationId: string): Promise<string> {
  const deadlines = api.app.get(AttestationDeadlines, { strict: false });
  const letter = await deadlines.letter(attestationId);
  if (!letter) throw new Error('this question is not open');
  await deadlines.noteSent(attestationId, letter.expiresAt);
  return letter.token;
}

export const YES = { verdict: 'yes', name: 'Dewi Registrasi', office: 'Kepala Bagian Akademik' };

/** What whoever holds a link does. */
export function byLink(api: TestApp, token: string, client: TestClient = stranger(api)) {
  const headers = { 'Attestation-Token': token };
  return {
    read: (): Promise<Answer> => client.get('/api/public/attestation', headers),
    answer: (word: object = YES): Promise<Answer> =>
      client.post('/api/public/attestation/answer', word, headers),
  };
}

/** The source's check of a case. */
export async function attestationCheck(
  api: TestApp,
  attestationId: string,
): Promise<Record<string, unknown>> {
  const [row]: Record<string, unknown>[] = await api.db.query(
    `SELECT k.id, k.run_state, k.outcome, k.action, k.answer, encode(k.answer_hash, 'hex') AS hash, k.fields, k.query,
       (SELECT array_agg(r->>'code') FROM jsonb_array_elements(k.reasons) r) AS reasons
     FROM checks k JOIN attestations a ON a.check_id = k.id WHERE a.id = $1`,
    [attestationId],
  );
  return row as Record<string, unknown>;
}

/** What the trail says of a question, oldest first. */
export async function trailOf(api: TestApp, attestationId: string): Promise<string[]> {
  const rows: { action: string }[] = await api.db.query(
    'SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id',
    [attestationId],
  );
  return rows.map(({ action }) => action);
}
