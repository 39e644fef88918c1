import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

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
