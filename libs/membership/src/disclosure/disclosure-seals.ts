import { Injectable } from '@nestjs/common';
import { placeOf, Vault, type Sealed, type SealedColumn } from '@himpun/vault';
import type { DisclosureContent } from './disclosure.policy';

/** Where sealed disclosures lie. */
export const SEALED_DISCLOSURE: SealedColumn = {
  table: 'disclosures',
  column: 'sealed_answers',
  keyColumn: 'sealed_with',
};

/** Seals and opens disclosures; outside of transactions, as it may read the database. */
@Injectable()
export class DisclosureSeals {
  constructor(private readonly vault: Vault) {}

  seal(id: string, content: DisclosureContent): Promise<Sealed> {
    return this.vault.seal(Buffer.from(JSON.stringify(content)), placeOf(SEALED_DISCLOSURE, id));
  }

  async open(id: string, sealed: Sealed): Promise<DisclosureContent> {
    const bytes = await this.vault.open(sealed, placeOf(SEALED_DISCLOSURE, id));
    return JSON.parse(bytes.toString()) as DisclosureContent;
  }
}
