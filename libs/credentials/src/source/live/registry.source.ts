import { localDateOf, type Bilingual, type Settings } from '@himpun/kernel';
import type { Claim } from '../../credential/claim';
import { needsPerson } from '../answer.policy';
import {
  CheckSource,
  TransientError,
  type CheckAnswer,
  type CheckContext,
  type CheckRequest,
  type CoverageContext,
  type SourceLimits,
} from '../check-source';
import { notCovered } from '../reading';
import {
  isReading,
  type Answered,
  type Asked,
  type Question,
  type Reading,
  type Registry,
  type RegistryServer,
} from '../registry';
import type { SourceQuestions } from '../../source-health/source-questions';
import type { SourceAnswers } from '../../source-health/source-answers';
import type { NationalIds } from './national-ids';
import type { RegistryClient } from './registry-client';

const MOST_PAGES = 5;

/** What every registry is asked with. */
export interface RegistryTools {
  settings: Settings;
  client: RegistryClient;
  questions: SourceQuestions;
  answers: SourceAnswers;
  nationalIds: NationalIds | null;
}

/** A registry as a source of checks: asks it, or takes a kept answer, and reads it as the registry's own rules say. */
export class RegistrySource extends CheckSource {
  readonly id: string;
  readonly version: string;
  readonly name: Bilingual;
  readonly limits: SourceLimits;

  constructor(
    private readonly registry: Registry,
    private readonly tools: RegistryTools,
  ) {
    super();
    const { id, version, name, limits } = registry;
    [this.id, this.version, this.name, this.limits] = [id, version, name, limits];
  }

  covers(claim: Claim, context: CoverageContext): boolean {
    const server = this.registry.server(this.tools.settings);
    return server !== null && this.registry.covers(claim, context, server);
  }

  async check(request: CheckRequest, context: CheckContext): Promise<CheckAnswer> {
    const server = this.registry.server(this.tools.settings);
    if (server === null) return this.written(notCovered(NOT_SET_UP), {}, null);
    const asked = await this.asked(request);
    const question = this.registry.ask(asked, server);
    if (isReading(question)) return this.written(question, {}, null);
    const today = localDateOf(context.now);
    const { keep } = this.limits;
    const key = this.tools.answers.keyOf(this.id, this.version, question.url);
    const kept = request.fresh === true || !keep ? null : await this.tools.answers.find(this.id, key);
    if (kept) {
      const reading = this.registry.read(shown(kept, asked), asked, today, server);
      return this.written(reading, question.shown, kept);
    }
    const { answer, reading } = await this.live({ asked, server, question, today }, context);
    if (reading.run === 'unavailable')
      throw new TransientError(`${this.id}: ${reading.detail ?? 'no answer'}`);
    return {
      ...this.written(reading, question.shown, hidden(answer, asked)),
      ...(keep &&
        reading.run === 'ran' && {
          kept: {
            key,
            forMs: reading.outcome === 'not_found' ? keep.missing : keep.found,
            answer: hidden(answer, asked),
          },
        }),
    };
  }

  private async asked(request: CheckRequest): Promise<Asked> {
    const { kind, claim, person } = request;
    const nationalId = this.registry.usesNationalId
      ? ((await this.tools.nationalIds?.of(person.id, request.checkId)) ?? null)
      : null;
    return { kind, claim, person: { ...person, nationalId } };
  }

  /** Asks page by page until the answer holds what was asked for. */
  private live(about: About, { signal }: CheckContext): Promise<{ answer: Answered; reading: Reading }> {
    const { asked, server, question, today } = about;
    return this.tools.questions.put(this.registry, signal, async (inTime) => {
      const pages: string[] = [];
      let url = question.url;
      for (;;) {
        const page = await this.tools.client.get(this.id, server, url, inTime);
        pages.push(page.body);
        const answer = { status: page.status, pages };
        const reading = this.registry.read(answer, asked, today, server);
        if (page.retryAfterMs !== undefined && reading.run === 'unavailable') {
          throw new TransientError(`${this.id}: ${reading.detail ?? 'busy'}`, page.retryAfterMs);
        }
        const next = reading.next === undefined ? null : sameOrigin(reading.next, url);
        if (next === null || pages.length >= MOST_PAGES) return { answer, reading };
        url = next;
      }
    });
  }

  private written(reading: Reading, query: Record<string, unknown>, answer: Answered | null): CheckAnswer {
    const { run, outcome, fields, reasons } = reading;
    return {
      run,
      outcome,
      needsPerson: reading.needsPerson ?? (run !== 'ran' || needsPerson(outcome)),
      reasons,
      fields,
      query,
      answer: answer === null ? null : textOf(answer),
      sourceVersion: this.version,
    };
  }
}

interface About {
  asked: Asked;
  server: RegistryServer;
  question: Question;
  today: string;
}

/** A page elsewhere is not fetched: the address comes out of an answer. */
function sameOrigin(next: string, from: string): string | null {
  try {
    const url = new URL(next, from);
    return url.origin === new URL(from).origin ? url.href : null;
  } catch {
    return null;
  }
}

/** Stands for the person's national id wherever an answer is kept: the number itself lies in its own table alone. */
const NATIONAL_ID = '(national-id)';

function hidden({ status, pages }: Answered, { person }: Asked): Answered {
  const number = person.nationalId;
  return number
    ? { status, pages: pages.map((page) => page.replaceAll(number, NATIONAL_ID)) }
    : { status, pages };
}

function shown({ status, pages }: Answered, { person }: Asked): Answered {
  const number = person.nationalId;
  return number
    ? { status, pages: pages.map((page) => page.replaceAll(NATIONAL_ID, number)) }
    : { status, pages };
}

function textOf({ pages }: Answered): string {
  return pages.length === 1 ? (pages[0] ?? '') : `[${pages.join(',')}]`;
}

const NOT_SET_UP = {
  code: 'not_set_up',
  text: {
    id: 'Sumber ini belum disiapkan pada instalasi ini. Petugas akan memeriksanya berdasarkan bukti Anda.',
    en: 'This source has not been set up here. An officer will look at your evidence.',
  },
};
