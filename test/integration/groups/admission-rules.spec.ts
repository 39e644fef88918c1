import { randomUUID } from 'node:crypto';
import { AdmissionRuleQueries, AdmissionRules, type Requirement } from '@himpun/groups';
import { systemActor, type Actor } from '@himpun/kernel';
import { Grades } from '@himpun/membership';
import { startApi, type TestApp } from '../../support/app';
import { asks } from '../../support/admission';
import { signedIn } from '../../support/client';
import { aGroup } from '../../support/groups';

describe('publishing admission rules', () => {
  let api: TestApp;
  let groupId: string;
  let gradeId: string;
  let officer: Actor;
  beforeAll(async () => {
    api = await startApi();
    groupId = await aGroup(api);
    const grade = { groupId, code: 'full', nameId: 'Biasa', nameEn: 'Full', numberPattern: 'A-{seq:4}' };
    gradeId = await api.db.transaction((tx) => api.app.get(Grades, { strict: false }).create(tx, grade));
    const { personId } = await signedIn(api);
    const powers = [{ power: 'rules.publish', groupId, until: null }];
    officer = { ...systemActor('officer'), kind: 'person', personId, powers };
  });
  afterAll(() => api.close());

  const rules = (): AdmissionRules => api.app.get(AdmissionRules, { strict: false });
  const current = () => api.app.get(AdmissionRuleQueries, { strict: false }).current(gradeId);
  const publish = (actor: Actor, requirements: readonly Requirement[]) =>
    rules().publish(actor, { groupId, gradeId, requirements });

  it('numbers each version, fixes it by its hash, records and announces it', async () => {
    await publish(officer, [asks.commitment]);
    const first = await current();
    const id = await publish(officer, [asks.commitment, asks.ethics]);
    const second = await current();
    await publish(officer, [asks.commitment]);

    expect(second).toMatchObject({ id, version: 2, requirements: [asks.commitment, asks.ethics] });
    expect((await current())?.textHash).toBe(first?.textHash);
    expect(second?.textHash).not.toBe(first?.textHash);
    const acts: unknown[] = await api.db.query(
      `SELECT 1 FROM audit_entries WHERE action = 'admission_rule.published' AND subject_id = $1`,
      [id],
    );
    const news: unknown[] = await api.db.query(
      `SELECT 1 FROM outbox_messages WHERE type = 'groups.admission_rule_published' AND payload->>'ruleId' = $1`,
      [id],
    );
    expect([acts.length, news.length]).toEqual([1, 1]);
  });

  it('leaves nothing behind when the rule is wrong or the officer has no power', async () => {
    const before = await current();
    const wrong = [{ ...asks.commitment, id: 'details' }] as Requirement[];

    await expect(publish(officer, wrong)).rejects.toMatchObject({ code: 'admission_rule.invalid' });
    await expect(publish({ ...officer, powers: [] }, [asks.ethics])).rejects.toMatchObject({
      code: 'admission_rule.forbidden',
    });
    await expect(
      rules().publish(officer, { groupId: randomUUID(), gradeId, requirements: [asks.ethics] }),
    ).rejects.toMatchObject({ code: 'group.not_found' });
    expect(await current()).toEqual(before);
  });

  it('cannot be changed once published, not even in the database', async () => {
    await expect(api.db.query(`UPDATE admission_rules SET requirements = '[]'`)).rejects.toThrow(
      /append-only/,
    );
    await expect(api.db.query('DELETE FROM admission_rules')).rejects.toThrow(/append-only/);
  });
});
