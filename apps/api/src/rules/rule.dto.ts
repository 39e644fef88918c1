import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, Max, Min } from 'class-validator';
import type { DecisionRule, Requirement } from '@himpun/groups';
import type { OpenCases, RuleDraft } from '@himpun/membership';

/** A rule as an officer drafts it. */
export class RuleDraftDto {
  /** In the form in which the current rule has them, without what is null; judged by the rules. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  @IsArray()
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  requirements: Record<string, unknown>[];

  /** Working days (Monday to Friday) within which a decision is promised. */
  @IsInt()
  @Min(1)
  @Max(250)
  promisedDays: number;

  /**
   * Who decides: `{kind: 'officer'}`, `{kind: 'two_persons'}` or `{kind: 'panel', size, quorum, majority, onRecusal}`, each
   * with `appealDays` if it is not to be 30; judged by the rules.
   */
  @IsObject()
  decision: Record<string, unknown>;

  /** The rules judge the parts before anything is done with them. */
  static draft({ requirements, promisedDays, decision }: RuleDraftDto): RuleDraft {
    return {
      requirements: requirements as unknown as Requirement[],
      promisedDays,
      decision: decision as unknown as DecisionRule,
    };
  }
}

/** A rule to be published. */
export class NewRuleDto extends RuleDraftDto {
  /** Open cases stay under their version (`keep`), all move (`move`), or only those that gain (`move_gaining`). */
  @IsIn(['keep', 'move', 'move_gaining'])
  openCases: OpenCases;
}
