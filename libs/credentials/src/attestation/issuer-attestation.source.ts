import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import {
  CheckSource,
  TransientError,
  type CheckAnswer,
  type CheckRequest,
  type SourceLimits,
} from '../source/check-source';
import type { KeptAnswer } from './attestation-answer.policy';
import { ISSUER_ATTESTATION } from './attestation-check.sql';
import { attestationFinding } from './attestation-finding.policy';
import { issuerReason } from './attestation-reasons';
import type { AttestationState } from './attestation.states';

interface QuestionRow extends Record<string, unknown> {
  reference: string;
  institution: string;
  domain: string;
  contact: string;
  state: AttestationState;
  asked: Date;
  isByPerson: boolean;
  answer: string | null;
}

const NEWEST = `
  SELECT reference, institution, domain, contact_email AS contact, state, created_at AS asked,
    asked_by IS NOT NULL AS "isByPerson", answer
  FROM attestations WHERE check_id = $1 ORDER BY id DESC LIMIT 1`;

/** What the institution itself answered under a one-time link. Asked by an officer or a rule, never by coverage. */
@Injectable()
export class IssuerAttestationSource extends CheckSource {
  readonly id = ISSUER_ATTESTATION;
  readonly version = 'attestation 1';
  readonly name = { id: 'Jawaban lembaga penerbit', en: 'Answer of the issuing institution' };
  readonly limits: SourceLimits = { concurrency: 5, timeout: 10_000, attempts: 8 };

  constructor(private readonly sql: Sql) {
    super();
  }

  covers(): boolean {
    return false;
  }

  /** Reads what came of the newest question. @throws TransientError while it is open */
  async check(request: CheckRequest): Promise<CheckAnswer> {
    const question = await this.sql.row<QuestionRow>(NEWEST, [request.checkId]);
    if (question && (question.state === 'asked' || question.state === 'sent')) {
      throw new TransientError('the institution has not answered yet');
    }
    const base: CheckAnswer = {
      run: 'unavailable',
      outcome: null,
      needsPerson: true,
      reasons: [issuerReason.unanswered],
      fields: [],
      query: queryOf(question),
      answer: null,
      sourceVersion: this.version,
    };
    if (question?.answer) {
      const kept = JSON.parse(question.answer) as KeptAnswer;
      return { ...base, run: 'ran', ...attestationFinding(kept, request), answer: question.answer };
    }
    if (question?.state === 'undelivered') return { ...base, reasons: [issuerReason.undelivered] };
    if (question?.state !== 'withdrawn') return base;
    // What an officer asked for, an officer may take back; what a rule wants is still open.
    return {
      ...base,
      run: 'not_covered',
      needsPerson: !question.isByPerson,
      reasons: [issuerReason.withdrawn],
    };
  }
}

function queryOf(question: QuestionRow | null): Record<string, unknown> {
  if (!question) return {};
  const { reference, institution, domain, contact, asked } = question;
  return { reference, institution, domain, contact, asked: asked.toISOString() };
}
