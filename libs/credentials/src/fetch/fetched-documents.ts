import { Injectable } from '@nestjs/common';
import { Clock } from '@himpun/kernel';
import type { DocumentSource } from '@himpun/signatures';
import { TransientError } from '../source/check-source';
import { GuardedFetch } from './guarded-fetch';

const FOUND_FOR = 3_600_000;
const MISSING_FOR = 15 * 60_000;
const MOST = 500;

/**
 * DID documents and status lists from the network, kept an hour (what is missing a quarter of one), asked for once at a
 * time. Failures are not kept.
 */
@Injectable()
export class FetchedDocuments implements DocumentSource {
  private readonly kept = new Map<string, { until: number; document: Promise<unknown> }>();

  constructor(
    private readonly fetch: GuardedFetch,
    private readonly clock: Clock,
  ) {}

  /** @throws TransientError for what may pass; AddressRefused. */
  async get(url: string): Promise<unknown> {
    if (!/^https?:/i.test(url)) return undefined;
    const now = this.clock.now().getTime();
    const kept = this.kept.get(url);
    if (kept && kept.until > now) return kept.document;
    const document = this.load(url);
    this.keep(url, { until: now + FOUND_FOR, document });
    try {
      const loaded = await document;
      if (loaded === undefined) this.keep(url, { until: now + MISSING_FOR, document });
      return loaded;
    } catch (error) {
      if (this.kept.get(url)?.document === document) this.kept.delete(url);
      throw error;
    }
  }

  private async load(url: string): Promise<unknown> {
    const { status, body } = await this.ask(url);
    if (status === 429 || status >= 500) throw new TransientError(`${hostOf(url)} answered ${status}`);
    if (status !== 200) return undefined;
    try {
      return JSON.parse(body) as unknown;
    } catch {
      return body;
    }
  }

  private async ask(url: string): Promise<{ status: number; body: string }> {
    try {
      return await this.fetch.get(url);
    } catch (error) {
      if (error instanceof Error && error.name === 'AddressRefused') throw error;
      throw new TransientError(`${hostOf(url)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private keep(url: string, entry: { until: number; document: Promise<unknown> }): void {
    this.kept.delete(url);
    this.kept.set(url, entry);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
  }
}

function hostOf(url: string): string {
  return new URL(url).host;
}
