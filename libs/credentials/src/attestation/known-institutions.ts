import { Injectable } from '@nestjs/common';
import institutions from './institutions.json';
import { domainFault, institutionWords, isWithin } from './institution-domain.policy';

/** Universities of the world and their domains (institutions.LICENSE.txt); looked up by name and by domain. */
@Injectable()
export class KnownInstitutions {
  private readonly domains = new Map<string, string[]>();
  private readonly names = new Map<string, string[]>();

  constructor() {
    for (const [name, ...domains] of institutions as string[][]) {
      if (name === undefined) continue;
      const key = institutionWords(name).join(' ');
      this.domains.set(key, [...(this.domains.get(key) ?? []), ...domains]);
      for (const domain of domains) this.names.set(domain, [...(this.names.get(domain) ?? []), name]);
    }
  }

  /** Domains of the institution of this name; none where the list does not know it, or knows only a shared one. */
  domainsOf(institution: string): string[] {
    const found = this.domains.get(institutionWords(institution).join(' ')) ?? [];
    return found.filter((domain) => domainFault(domain) === null);
  }

  /** Institutions whose domain this is, or lies below. */
  ownersOf(domain: string): string[] {
    const labels = domain.split('.');
    return labels.flatMap((_, from) => this.names.get(labels.slice(from).join('.')) ?? []);
  }

  /** The institution's listed domain that an address lies in; null when it lies in none. */
  matching(institution: string, domain: string): string | null {
    return this.domainsOf(institution).find((owned) => isWithin(domain, owned)) ?? null;
  }
}
