import type { ComparedField } from './check-source';

/** KKNI levels (Perpres 8/2012) of the achievement types of Open Badges 3.0 that name a degree. */
const LEVELS: Readonly<Record<string, number>> = {
  SecondarySchoolDiploma: 2,
  GeneralEducationDevelopment: 2,
  AssociateDegree: 5,
  BachelorDegree: 6,
  MasterDegree: 8,
  DoctoralDegree: 9,
  ResearchDoctorate: 9,
  ProfessionalDoctorate: 9,
};

/** The level an achievement type stands for; null when it names none. */
export function achievedLevel(type: string | null): number | null {
  return type === null ? null : (LEVELS[type] ?? null);
}

/** Whether the title claimed is one of those the credential carries; anything else is for a person. */
export function titleField(claimed: string | null, found: readonly (string | null)[]): ComparedField | null {
  if (claimed === null) return null;
  const titles = found.filter((title): title is string => title !== null);
  const same = titles.find((title) => plain(title) === plain(claimed));
  return {
    field: 'title',
    claimed,
    found: same ?? titles[0] ?? null,
    result: same === undefined ? 'review' : 'match',
  };
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
