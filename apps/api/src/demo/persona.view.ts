import { inLanguage, type Language } from '@himpun/kernel';
import type { PersonaKey, PersonaLine } from './personas';

/** A made-up person to sign in as, in the language asked for. */
export class PersonaView {
  key: PersonaKey;
  name: string;
  role: string;
  description: string;

  static of(line: PersonaLine, language: Language): PersonaView {
    return Object.assign(new PersonaView(), {
      key: line.key,
      name: line.fullName,
      role: inLanguage({ id: line.roleId, en: line.roleEn }, language),
      description: inLanguage({ id: line.descriptionId, en: line.descriptionEn }, language),
    });
  }
}
