import { Injectable } from '@nestjs/common';
import { Settings, type Reason } from '@himpun/kernel';
import type { Claim } from '../credential/claim';
import { ANSWER_REASONS, needsPerson, outcomeOfFields } from './answer.policy';
import { numberKey } from './authority-key';
import {
  CheckSource,
  FinalError,
  TransientError,
  type CheckAnswer,
  type CheckContext,
  type CheckRequest,
  type CoverageContext,
} from './check-source';
import { npiCovers } from './coverage.policy';
import { holderFinding } from './holder.policy';
import { isNpi } from './npi.policy';
import { readNppes, type NppesRecord } from './nppes-answer.policy';
import { professionField } from './profession.policy';
import { readText } from './read-text';
import { SOURCE_LIMITS } from './source-limits';

const LARGEST = 1024 * 1024;

/** The national register of health care providers of the United States, NPPES v2.1 over HTTP. Public, without a key. */
@Injectable()
export class NpiRegistrySource extends CheckSource {
  readonly id = 'npi_registry';
  readonly version = 'NPPES 2.1';
  readonly name = { id: 'Register NPI (Amerika Serikat)', en: 'NPI registry (United States)' };
  readonly limits = SOURCE_LIMITS.npi_registry;

  constructor(private readonly settings: Settings) {
    super();
  }

  covers(claim: Claim, context: CoverageContext): boolean {
    return npiCovers(claim, context);
  }

  async check(request: CheckRequest, context: CheckContext): Promise<CheckAnswer> {
    const number = numberKey(request.claim.number ?? '');
    const query = { number };
    if (!isNpi(number))
      return { ...this.answer(query, null), outcome: 'not_found', reasons: [BAD_CHECK_DIGIT] };
    const content = await this.ask(number, context.signal);
    const answer = readNppes(content, number);
    const base = this.answer(query, content);
    if (answer.kind === 'none') return { ...base, outcome: 'not_found', reasons: [ANSWER_REASONS.not_found] };
    if (answer.kind === 'found') return { ...base, ...judge(answer.record, request) };
    if (answer.kind === 'nonsense') throw new TransientError(`NPPES answered ${answer.detail}`);
    const [error] = answer.errors;
    if (error?.number === '15') {
      return { ...base, outcome: 'revoked', needsPerson: false, reasons: [DEACTIVATED] };
    }
    throw new FinalError('source_refused', `NPPES error ${error?.number}: ${error?.description}`);
  }

  private async ask(number: string, signal: AbortSignal): Promise<string> {
    const url = new URL(this.settings.nppesUrl);
    url.searchParams.set('version', '2.1');
    url.searchParams.set('number', number);
    let response: Response;
    try {
      response = await fetch(url, { signal, redirect: 'error', headers: { Accept: 'application/json' } });
      if (response.ok) return await readText(response, LARGEST);
      await response.body?.cancel();
    } catch (error) {
      throw new TransientError(`NPPES: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (response.status === 429 || response.status >= 500) {
      throw new TransientError(`NPPES answered ${response.status}`, retryAfter(response));
    }
    throw new FinalError('source_refused', `NPPES answered ${response.status}`);
  }

  private answer(query: Record<string, unknown>, answer: string | null): CheckAnswer {
    return {
      run: 'ran',
      outcome: null,
      needsPerson: true,
      reasons: [],
      fields: [],
      query,
      answer,
      sourceVersion: this.version,
    };
  }
}

function judge(
  record: NppesRecord,
  request: CheckRequest,
): Pick<CheckAnswer, 'outcome' | 'needsPerson' | 'reasons' | 'fields'> {
  const { claim } = request;
  const holder = holderFinding(record.names, null, request);
  const profession = professionField(
    claim.profession,
    record.taxonomies.map(({ description }) => description).filter(Boolean),
  );
  const fields = [
    { field: 'number', claimed: claim.number, found: record.number, result: 'match' as const },
    ...holder.fields,
    ...(profession ? [profession] : []),
  ];
  const outcome = outcomeOfFields(fields, record.active ? null : 'revoked');
  return {
    outcome,
    needsPerson: needsPerson(outcome),
    fields,
    reasons: [
      ...(outcome === 'revoked' ? [DEACTIVATED] : outcome === 'match' ? [ANSWER_REASONS.found] : []),
      ...holder.reasons,
      ...(profession?.result === 'review' ? [ANSWER_REASONS.profession_differs] : []),
      PROVES_IDENTITY,
    ],
  };
}

/** Seconds or a date, RFC 9110 §10.2.3. */
function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const moment = Date.parse(value);
  const sent = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(moment) || Number.isNaN(sent) ? undefined : Math.max(0, moment - sent);
}

const BAD_CHECK_DIGIT: Reason = {
  code: 'check_digit',
  field: 'number',
  text: {
    id: 'Angka periksa NPI tidak cocok; biasanya karena salah ketik. Periksa lagi kesepuluh angkanya.',
    en: 'The check digit of the NPI does not fit, most often a slip of typing. Look at the ten digits again.',
  },
};
const DEACTIVATED: Reason = {
  code: 'revoked',
  text: { id: 'Menurut CMS, NPI ini dinonaktifkan.', en: 'According to CMS, this NPI was deactivated.' },
};
const PROVES_IDENTITY: Reason = {
  code: 'identity_only',
  text: {
    id: 'Register NPI membuktikan nomor dan nama, bukan bahwa izin negara bagian masih berlaku.',
    en: 'The NPI registry shows number and name, not that a state licence is in force.',
  },
};
