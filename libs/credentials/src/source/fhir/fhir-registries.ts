import type { Settings } from '@himpun/kernel';
import { authorityKey, numberKey } from '../authority-key';
import { licenceLike } from '../coverage.policy';
import { notCovered } from '../reading';
import type { Asked, Question, Reading, Registry, RegistryServer } from '../registry';
import { serverOf } from '../registry-server';
import { fhirReading } from './fhir-reading.policy';

const NIK = 'https://fhir.kemkes.go.id/id/nik';
const HOURS = 3_600_000;
const SATUSEHAT_KNOWS =
  /^(?:satusehat|kki|ktki|kkik|konsilkesehatanindonesia|konsilkedokteranindonesia|konsiltenagakesehatanindonesia|kemenkes|kementeriankesehatan.*)$/;

/** The health ministry's register of practitioners (Indonesia), FHIR R4 behind a token; searched by national id. */
export const satusehat: Registry = {
  id: 'satusehat',
  version: 'FHIR R4 v1',
  name: { id: 'SATUSEHAT (Kementerian Kesehatan)', en: 'SATUSEHAT (Ministry of Health)' },
  limits: limits('satusehat', 5),
  usesNationalId: true,
  server: (settings) => serverOf(settings, 'satusehat'),
  covers: (claim, context, server) => licenceLike(context) && knows(claim.authority, server, SATUSEHAT_KNOWS),
  ask({ person }, server) {
    const nationalId = numberKey(person.nationalId ?? '');
    if (nationalId === '') return notCovered(NATIONAL_ID_MISSING);
    return search(server, server.identifierSystem ?? NIK, nationalId, `••••${nationalId.slice(-4)}`);
  },
  read: fhirReading,
};

/** Any FHIR R4 server with practitioners, searched by the licence's number. */
export const fhirPractitioner: Registry = {
  id: 'fhir_practitioner',
  version: 'FHIR R4',
  name: { id: 'Direktori tenaga kesehatan (FHIR)', en: 'Directory of practitioners (FHIR)' },
  limits: limits('fhir_practitioner', 5),
  usesNationalId: false,
  server: (settings) => serverOf(settings, 'fhir_practitioner'),
  covers: (claim, context, server) =>
    licenceLike(context) && claim.number !== null && knows(claim.authority, server, null),
  ask({ claim }: Asked, server: RegistryServer): Question | Reading {
    const number = (claim.number ?? '').trim();
    return search(server, server.identifierSystem ?? null, number, number);
  },
  read: fhirReading,
};

function limits(id: string, perSecond: number): Registry['limits'] {
  return {
    concurrency: 5,
    perSecond: (settings: Settings) => serverOf(settings, id)?.perSecond ?? perSecond,
    keep: { found: 24 * HOURS, missing: HOURS / 4 },
    timeout: 10_000,
    attempts: 8,
  };
}

function knows(authority: string | null, server: RegistryServer, own: RegExp | null): boolean {
  if (authority === null) return false;
  const key = authorityKey(authority);
  return (own?.test(key) ?? false) || (server.authorities ?? []).some((one) => authorityKey(one) === key);
}

function search(server: RegistryServer, system: string | null, value: string, shown: string): Question {
  const url = new URL(`${server.url.replace(/\/+$/, '')}/Practitioner`);
  url.searchParams.set('identifier', system === null ? value : `${system}|${value}`);
  return { url: url.href, shown: { identifier: system === null ? shown : `${system}|${shown}` } };
}

const NATIONAL_ID_MISSING = {
  code: 'national_id_missing',
  text: {
    id: 'Sumber ini mencari dengan NIK, dan NIK Anda tidak tercatat. Petugas akan memeriksanya berdasarkan bukti Anda.',
    en: 'This source searches by national id, and yours is not on record. An officer will look at your evidence.',
  },
};
