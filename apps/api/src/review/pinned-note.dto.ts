import { IsInt, IsNotEmpty, IsNumber, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

/** A place on a page, from its top left corner, before any turning. */
export class PlaceDto {
  /** From 1; of a picture always 1. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  page: number;

  /** Share of the width, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  x: number;

  /** Share of the height, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  y: number;
}

/** An answer to a note. */
export class NoteReplyDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  text: string;
}

/** A note to pin on a file. */
export class NewNoteDto extends PlaceDto {
  @IsUUID()
  fileId: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  text: string;
}
