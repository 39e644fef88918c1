import type { GroupKind, GroupSummary } from '@himpun/groups';
import type { OpenGrade } from '@himpun/membership';
import { RequirementView } from './requirement.view';

/** A way of belonging that takes applications. */
export class OpenGradeView {
  id: string;
  code: string;
  nameId: string;
  nameEn: string;
  ruleVersion: number;
  requirements: RequirementView[];

  static of({ id, code, nameId, nameEn, rule }: OpenGrade): OpenGradeView {
    return {
      id,
      code,
      nameId,
      nameEn,
      ruleVersion: rule.version,
      requirements: rule.requirements.map((requirement) => RequirementView.of(requirement)),
    };
  }
}

/** A group as the public sees it. */
export class GroupView {
  id: string;
  parentId: string | null;
  kind: GroupKind;
  slug: string;
  nameId: string;
  nameEn: string;
  shortName: string;
  aboutId: string;
  aboutEn: string;
  /** Empty for a group that takes no applications now. */
  grades: OpenGradeView[];

  static of(group: GroupSummary, grades: readonly OpenGrade[]): GroupView {
    const { id, parentId, kind, slug, nameId, nameEn, shortName, aboutId, aboutEn } = group;
    return {
      ...{ id, parentId, kind, slug, nameId, nameEn, shortName, aboutId, aboutEn },
      grades: grades.filter(({ groupId }) => groupId === id).map((grade) => OpenGradeView.of(grade)),
    };
  }
}
