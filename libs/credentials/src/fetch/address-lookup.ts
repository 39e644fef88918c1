import { lookup } from 'node:dns/promises';

/** What a name resolves to. A port, so that tests can answer for the name servers of the world. */
export abstract class AddressLookup {
  /** All A and AAAA records. */
  abstract resolve(host: string): Promise<{ address: string; family: number }[]>;
}

/** The machine's resolver. */
export class SystemLookup extends AddressLookup {
  resolve(host: string): Promise<{ address: string; family: number }[]> {
    return lookup(host, { all: true, verbatim: true });
  }
}
