import { Injectable } from '@nestjs/common';
import type { Claim } from '../credential/claim';
import type { CoverageContext } from './check-source';
import { MANUAL, npiCovers, registerCovers, signedCovers } from './coverage.policy';

const COVERAGE = [
  { id: 'signed_credential', covers: signedCovers },
  { id: 'authority_register', covers: registerCovers },
  { id: 'npi_registry', covers: npiCovers },
];

/** Every source there is, in the order in which people read of them. */
@Injectable()
export class CheckSources {
  /** Ids of the sources that can say something about the claim; a person where none can. */
  covering(claim: Claim, context: CoverageContext): string[] {
    const ids = COVERAGE.filter(({ covers }) => covers(claim, context)).map(({ id }) => id);
    return ids.length > 0 ? ids : [MANUAL];
  }
}
