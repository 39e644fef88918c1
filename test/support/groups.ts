import { Groups, type NewGroup } from '@himpun/groups';
import type { TestApp } from './app';

/** Founds a group; names only what the test is about. */
export function aGroup(api: TestApp, group: Partial<NewGroup> = {}): Promise<string> {
  return api.db.transaction((tx) =>
    api.app.get(Groups, { strict: false }).found(tx, {
      kind: 'professional',
      slug: `group-${Math.random().toString(36).slice(2, 10)}`,
      nameId: 'Perhimpunan Fisioterapi',
      nameEn: 'Physiotherapy Association',
      shortName: 'PF',
      ...group,
    }),
  );
}
