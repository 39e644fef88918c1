import type { DecisionRule } from '@himpun/groups';
import { Sessions } from '@himpun/identity';
import { chromium, type Browser, type Page } from 'playwright-core';
import {
  anAdmittingGroup,
  anApplication,
  anOfferedLicence,
  asks,
  type AdmittingGroup,
} from '../../../support/admission';
import { startApi, type TestApp } from '../../../support/app';
import { grantPowers, signedIn, TestClient } from '../../../support/client';
import { axeFaults, openPage, picture, scrollsSideways, type Look } from '../../../support/look';
import { aPdf, aPdfOfPages } from '../../../support/sample-files';

/** The portal with a browser, and for each test a group of its own with two verification officers. */
export class Desk {
  group: AdmittingGroup;
  sari: TestClient;
  dewi: TestClient;
  /** What pages complained about: scripts that failed, policies violated. */
  readonly complaints: string[] = [];

  private constructor(
    readonly api: TestApp,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Desk> {
    const api = await startApi({
      HIMPUN_WEB_DIR: process.env.HIMPUN_WEB_DIR ?? 'dist/web',
      PUBLIC_URL: 'http://himpun.test',
    });
    return new Desk(
      api,
      await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] }),
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.api.close();
  }

  /** A new group: its queue is empty. */
  async renew(decision?: DecisionRule): Promise<void> {
    await this.api.flushRedis();
    this.complaints.length = 0;
    this.group = await anAdmittingGroup(this.api, [asks.licence, asks.commitment], { decision });
    [this.sari, this.dewi] = [
      await this.anOfficer('Sari Kusumawati'),
      await this.anOfficer('Dewi Anggraini'),
    ];
  }

  /** The API of a portal on plain http, whose cookie has another name. */
  async asBrowser(client: TestClient): Promise<TestClient> {
    return new TestClient(
      this.api,
      `himpun=${await this.tokenOf(client)}`,
      client.accountId,
      client.personId,
    );
  }

  /** Opens a page as this person. */
  async page(client: TestClient, path: string, look: Look): Promise<Page> {
    const page = await openPage(
      this.browser,
      `${this.api.url}/health/live`,
      look,
      await this.tokenOf(client),
    );
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) this.complaints.push(message.text());
    });
    await page.goto(this.api.url + path);
    return page;
  }

  /** Three licences with two files each; a person has to look at every one. */
  async aCaseOfSixFiles(fullName: string): Promise<{ id: string }> {
    const application = await anApplication(this.api, this.group, { fullName, dueOn: '2026-11-25' });
    for (const [place, outcome] of ['match', 'match', 'mismatch'].entries()) {
      const check = { outcome, action: 'needs_person' };
      const { credentialId } = await anOfferedLicence(this.api, this.group, application, check);
      for (const [side, text] of [
        ['a', 'Surat Tanda Registrasi'],
        ['b', 'Halaman kedua'],
      ] as const) {
        const name = `Lisensi ${place + 1}${side}.pdf`;
        await this.attach(application.applicant, credentialId, name, await aPdf({ text }));
      }
    }
    return application;
  }

  /** One licence that no register could speak of, with one document whose pages have these texts. */
  async aCaseOfOneDocument(
    fullName: string,
    texts: readonly string[],
  ): Promise<{ id: string; applicant: TestClient }> {
    const application = await anApplication(this.api, this.group, { fullName });
    const check = { runState: 'not_covered', outcome: null, action: 'needs_person' };
    const { credentialId } = await anOfferedLicence(this.api, this.group, application, check);
    await this.attach(application.applicant, credentialId, 'Berkas.pdf', await aPdfOfPages(texts));
    return application;
  }

  async stateOf(id: string): Promise<{ state: string; assignedTo: string | null }> {
    const [row] = await this.api.db.query(
      'SELECT state, assigned_to AS "assignedTo" FROM applications WHERE id = $1',
      [id],
    );
    return row;
  }

  /** No axe fault, nothing to scroll sideways, no failed script, no violated policy. */
  async looksRight(page: Page, name: string, look: Look): Promise<void> {
    await picture(page, name, look);
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(this.complaints).toEqual([]);
  }

  private async anOfficer(fullName: string): Promise<TestClient> {
    const officer = await signedIn(this.api, { fullName });
    const powers = ['applications.review', 'applications.decide', 'licences.check'];
    await grantPowers(this.api, officer.personId as string, this.group.groupId, powers);
    return officer;
  }

  private async tokenOf(client: TestClient): Promise<string> {
    const seen = { userAgent: 'chromium', ip: '127.0.0.1' };
    return (await this.api.app.get(Sessions).open(String(client.accountId), seen)).token;
  }

  private async attach(
    applicant: TestClient,
    credentialId: string,
    name: string,
    bytes: Buffer,
  ): Promise<void> {
    const { body } = await (
      await this.asBrowser(applicant)
    ).upload<{ id: string }>('/api/files?purpose=evidence', { name, type: 'application/pdf', bytes });
    await this.api.db.query(
      'INSERT INTO credential_evidence (credential_id, file_id, created_at) VALUES ($1, $2, now())',
      [credentialId, body.id],
    );
    await this.api.db.query(
      `INSERT INTO file_sights (file_id, group_id, group_path, created_at)
       SELECT $1, id, path, now() FROM groups WHERE id = $2`,
      [body.id, this.group.groupId],
    );
  }
}
