import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { RecordedState } from '@himpun/certificates';
import { PageQuery } from '../http/page.dto';

/** In which language a certificate is to be set. */
export class PaperQuery {
  /** That of the request if absent. */
  @IsOptional()
  @IsIn(['id', 'en'])
  language?: 'id' | 'en';
}

/** Why a certificate is taken back. */
export class RevocationDto {
  /** For the holder and the officers; strangers see only that it was revoked. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}

/** What is printed anew, and why. */
export class ReplacementDto extends RevocationDto {
  /** As it is to be printed from now on; the name on the former one where only something else was wrong with it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  recipientName: string;
}

const STATES: readonly RecordedState[] = ['being_issued', 'valid', 'expired', 'revoked', 'replaced'];

/** What an officer looks for among certificates. */
export class IssuedCertificatesQuery extends PageQuery {
  /** Part of the recipient's name, or the beginning of a code. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @IsIn(STATES)
  state?: RecordedState;

  @IsOptional()
  @IsIn(['attendance', 'membership'])
  kind?: 'attendance' | 'membership';
}
