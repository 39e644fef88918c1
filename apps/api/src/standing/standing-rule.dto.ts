import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { TextView } from '../groups/requirement.view';
import { CREDENTIAL_CHANGES, type CredentialChange } from '@himpun/groups';

const KINDS = ['education', 'licence', 'certification', 'experience', '*'];

/** How often a verified credential is asked about again; the first line that fits counts. */
export class RecheckRuleDto {
  /** `education`, `licence`, `certification`, `experience`, or `*` for any. */
  @IsIn(KINDS)
  kind: string;

  /** A source's id, or `*` for any. */
  @Matches(/^(?:\*|[a-z_]{2,60})$/)
  source: string;

  /** Days from one answer to the next question; null: not by the calendar. */
  @ValidateIf(({ everyDays }: RecheckRuleDto) => everyDays !== null)
  @IsInt()
  everyDays: number | null;

  /** Once more on the day after the last day. */
  @IsBoolean()
  atExpiry: boolean;
}

/** Who is reminded of a last day, and when. */
export class RemindersDto {
  @IsArray()
  @IsIn(KINDS, { each: true })
  kinds: string[];

  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  daysBefore: number[];
}

/** What a change means for a membership that rests on the credential; the first line that fits counts. */
export class ConsequenceRuleDto {
  @IsIn(KINDS)
  kind: string;

  @IsIn(CREDENTIAL_CHANGES)
  change: CredentialChange;

  /** Null: nobody is asked. */
  @ValidateIf(({ proposes }: ConsequenceRuleDto) => proposes !== null)
  @IsIn(['review', 'suspension'])
  proposes: 'review' | 'suspension' | null;
}

/** How a new edition of the code is acknowledged. */
export class AcknowledgementRuleDto {
  @IsInt()
  withinDays: number;

  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  daysBefore: number[];

  @IsIn(['flag', 'review'])
  late: 'flag' | 'review';
}

/** What keeps members' standing true. */
export class StandingRuleDto {
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RecheckRuleDto)
  rechecks: RecheckRuleDto[];

  @ValidateNested()
  @Type(() => RemindersDto)
  reminders: RemindersDto;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ConsequenceRuleDto)
  consequences: ConsequenceRuleDto[];

  @ValidateNested()
  @Type(() => AcknowledgementRuleDto)
  acknowledgement: AcknowledgementRuleDto;
}

/** The next version of a group's rule. */
export class NewStandingRuleDto {
  @ValidateNested()
  @Type(() => StandingRuleDto)
  rule: StandingRuleDto;

  /** The group's own version it was made from; 0 where it had none. */
  @IsInt()
  @Min(0)
  seenVersion: number;

  @IsString()
  @Length(1, 2_000)
  reason: string;
}

/** The rule in force for a group. */
export class StandingRuleView {
  /** The group that published it; null for what holds by default. */
  groupId: string | null;
  /** 0 for the default. */
  version: number;
  rule: StandingRuleDto;
}

/** A rule to look ahead with. */
export class StandingRuleDraftDto {
  @ValidateNested()
  @Type(() => StandingRuleDto)
  rule: StandingRuleDto;
}

/** One published version. */
export class StandingRuleVersionView {
  version: number;
  rule: StandingRuleDto;
  /** ISO 8601. */
  publishedAt: string;
  publishedBy: string | null;
  reason: string;
}

/** A source that a line may name. */
export class NamedSourceView {
  id: string;
  name: TextView;
}

/** What a draft makes of the questions about credentials of one kind at one source. */
export class RecheckEffectView {
  kind: string;
  source: string;
  sourceName: TextView;
  /** Credentials that are watched. */
  count: number;
  /** Days from one answer to the next question; null for never. */
  before: number | null;
  after: number | null;
  /** Questions in thirty days. */
  monthlyBefore: number;
  monthlyAfter: number;
}

/** What means something else under a draft. */
export class ConsequenceEffectView {
  kind: string;
  change: string;
  before: 'review' | 'suspension' | 'none';
  after: 'review' | 'suspension' | 'none';
}

/** What a draft would change. */
export class StandingRulePreviewView {
  rechecks: RecheckEffectView[];
  consequences: ConsequenceEffectView[];
  /** Holders to whom the next sweep would write. */
  remindedNext: number;
  /** They stay as they are. */
  openCases: number;
}
