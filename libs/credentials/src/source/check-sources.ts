import { Injectable } from '@nestjs/common';
import type { Claim } from '../credential/claim';
import { AuthorityRegisterSource } from './authority-register.source';
import type { CheckSource, CoverageContext } from './check-source';
import { MANUAL } from './coverage.policy';
import { NpiRegistrySource } from './npi-registry.source';
import { SignedCredentialSource } from './signed-credential.source';

/** Every source there is, in the order in which people read of them. A new source is one class and one line here. */
@Injectable()
export class CheckSources {
  readonly all: readonly CheckSource[];

  constructor(signed: SignedCredentialSource, register: AuthorityRegisterSource, npi: NpiRegistrySource) {
    this.all = [signed, register, npi];
  }

  /** Ids of the sources that can say something about the claim; a person where none can. */
  covering(claim: Claim, context: CoverageContext): string[] {
    const ids = this.all.filter((source) => source.covers(claim, context)).map(({ id }) => id);
    return ids.length > 0 ? ids : [MANUAL];
  }

  /** The source of this id; undefined for a person, and for one that an older version knew. */
  named(id: string): CheckSource | undefined {
    return this.all.find((source) => source.id === id);
  }
}
