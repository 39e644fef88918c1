import { IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

/** Whom a planner looks for. */
export class TrainersQuery {
  /** The group whose activity it is. */
  @IsUUID()
  group: string;

  /** Part of a name, at least two letters. */
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  q: string;
}
