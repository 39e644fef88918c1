import { IsIn } from 'class-validator';
import { PERSONA_KEYS, type PersonaKey } from './personas';

/** Whom to sign in as. */
export class DemoSignInDto {
  @IsIn(PERSONA_KEYS)
  persona: PersonaKey;
}
