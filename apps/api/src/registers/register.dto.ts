import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';

/** A register to keep a copy of. */
export class NewRegisterDto {
  @IsUUID()
  groupId: string;

  /** As licences name it, e.g. `KTKI`. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  authority: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  nameId: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  nameEn: string;
}
