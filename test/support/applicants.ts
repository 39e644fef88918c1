import { randomUUID } from 'node:crypto';
import type { Requirement } from '@himpun/groups';
import type { TestApp } from './app';
import type { TestClient } from './client';
import { aPdf } from './sample-files';

const said = (id: string, en: string) => ({ id, en });

/** What a professional association asks for, besides `asks`. */
export const education: Requirement = {
  id: 'education',
  kind: 'education',
  title: said('Pendidikan', 'Education'),
  hint: said('Ijazah terakhir', 'Your last degree'),
  minimumLevel: 6,
  fields: ['Fisioterapi'],
};

/** What a volunteer group asks for. */
export const interest: Requirement = {
  id: 'interest',
  kind: 'interest',
  title: said('Minat', 'Interest'),
  hint: said('Pilih', 'Choose'),
  options: [
    { code: 'health', label: said('Kesehatan', 'Health') },
    { code: 'social', label: said('Sosial', 'Social') },
  ],
};

const CLAIMS = {
  education: { institution: 'Universitas Airlangga', level: 7, field: 'Fisioterapi', ended_on: '2019-08-01' },
  licence: { number: 'STR-1', authority: 'KTKI', profession: 'Fisioterapis', valid_until: '2028-01-01' },
};

/** A credential as its owner claims it, with an uploaded file where asked. */
export async function aClaim(
  api: TestApp,
  owner: TestClient,
  kind: 'education' | 'licence',
  withFile = true,
): Promise<{ id: string; fileId: string | null }> {
  const id = randomUUID();
  const claim: Record<string, unknown> = { holder_name: 'Ana Lestari', ...CLAIMS[kind] };
  const columns = Object.keys(claim);
  await api.db.query(
    `INSERT INTO credentials (id, created_at, person_id, kind, ${columns.join(', ')})
     VALUES ($1, $2, $3, $4, ${columns.map((_, index) => `$${index + 5}`).join(', ')})`,
    [id, api.clock.now(), owner.personId, kind, ...Object.values(claim)],
  );
  if (!withFile) return { id, fileId: null };
  const file = await owner.upload<{ id: string }>('/api/files?purpose=evidence', {
    name: `${kind}.pdf`,
    type: 'application/pdf',
    bytes: await aPdf({ text: kind }),
  });
  await api.db.query(
    'INSERT INTO credential_evidence (credential_id, file_id, created_at) VALUES ($1, $2, $3)',
    [id, file.body.id, api.clock.now()],
  );
  return { id, fileId: file.body.id };
}

export const DETAILS = { fullName: 'Ana Lestari', birthDate: '1990-02-28', phone: '+6281234567890' };
