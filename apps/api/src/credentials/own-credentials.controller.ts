import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  CheckSources,
  CredentialFacts,
  CredentialQueries,
  OwnCredentials,
  RENEWABLE,
  Renewals,
} from '@himpun/credentials';
import { Clock, type Actor, type Bilingual } from '@himpun/kernel';
import { CredentialUses } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { CredentialView } from './credential.view';
import { OwnCredentialView } from './own-credential.view';

@Allow()
@Controller()
export class OwnCredentialsController {
  constructor(
    private readonly queries: CredentialQueries,
    private readonly own: OwnCredentials,
    private readonly facts: CredentialFacts,
    private readonly uses: CredentialUses,
    private readonly renewals: Renewals,
    private readonly sources: CheckSources,
    private readonly clock: Clock,
  ) {}

  /** One's own credentials: how each stands, until when, what rests on it, and what became of it. */
  @Get('account/credentials')
  async mine(@CurrentActor() actor: Actor): Promise<OwnCredentialView[]> {
    if (actor.personId === null) return [];
    const [lines, own, facts, uses, cases] = await Promise.all([
      this.queries.mine(actor),
      this.own.of(actor.personId),
      this.facts.of(null, actor.personId),
      this.uses.of(actor.personId),
      this.uses.cases(actor.personId),
    ]);
    const today = this.clock.today();
    return lines.flatMap((line) => {
      const of = own.find(({ credentialId }) => credentialId === line.id);
      if (!of) return [];
      return OwnCredentialView.of({
        ...{ line, own: of, today, nameOf: (source: string) => this.nameOf(source) },
        fact: facts.find(({ credentialId }) => credentialId === line.id),
        uses: uses.filter(({ credentialId }) => credentialId === line.id),
        cases: cases.filter(({ credentialId }) => credentialId === line.id),
        isRenewable:
          of.isRelied &&
          RENEWABLE.includes(line.kind) &&
          (of.renewal === null || of.renewal.state === 'refused'),
      });
    });
  }

  /**
   * Begins to renew a credential that a membership rests on: a draft to complete, the same one when asked again. Problems:
   * renewal.mismatch, renewal.conflict while one is being checked or counts.
   */
  @Post('credentials/:id/renewals')
  async begin(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CredentialView> {
    return this.show(actor, await this.renewals.begin(actor, id));
  }

  /** Sends a renewal in; the sources are asked. Problems: renewal.incomplete (reasons by field), renewal.not_found. */
  @Post('credentials/:id/presentation')
  async present(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CredentialView> {
    await this.renewals.present(actor, id);
    return this.show(actor, id);
  }

  private async show(actor: Actor, id: string): Promise<CredentialView> {
    return CredentialView.of(await this.queries.get(actor, id));
  }

  private nameOf(source: string): Bilingual {
    return this.sources.named(source)?.name ?? A_PERSON;
  }
}

const A_PERSON = { id: 'Petugas', en: 'An officer' };
