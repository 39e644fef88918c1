import type { GroupSummary } from '@himpun/groups';
import type { DirectoryLine, DirectoryPerson } from '@himpun/membership';

/** One membership in the directory. */
export class DirectoryLineView {
  membershipId: string;
  personId: string;
  fullName: string;
  titleBefore: string | null;
  titleAfter: string | null;
  region: string | null;
  number: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;

  static of(line: DirectoryLine): DirectoryLineView {
    const { membershipId, personId, fullName, titleBefore, titleAfter, region, number, groupId } = line;
    const { groupNameId, groupNameEn, gradeNameId, gradeNameEn } = line;
    return {
      membershipId,
      personId,
      fullName,
      titleBefore,
      titleAfter,
      region,
      number,
      groupId,
      groupNameId,
      groupNameEn,
      gradeNameId,
      gradeNameEn,
    };
  }
}

/** A page of the directory. */
export class DirectoryPageView {
  items: DirectoryLineView[];
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** One membership of one person. */
export class DirectoryMembershipView {
  membershipId: string;
  number: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  /** ISO 8601 instant. */
  since: string;
}

/** One person with the memberships that the reader may see. */
export class DirectoryPersonView {
  personId: string;
  fullName: string;
  titleBefore: string | null;
  titleAfter: string | null;
  region: string | null;
  email: string | null;
  /** E.164. */
  phone: string | null;
  memberships: DirectoryMembershipView[];

  static of(person: DirectoryPerson): DirectoryPersonView {
    return Object.assign(new DirectoryPersonView(), person);
  }
}

/** A group to choose from. */
export class GroupChoiceView {
  id: string;
  nameId: string;
  nameEn: string;

  static of({ id, nameId, nameEn }: GroupSummary): GroupChoiceView {
    return { id, nameId, nameEn };
  }
}
