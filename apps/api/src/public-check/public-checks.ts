import { Injectable } from '@nestjs/common';
import { CertificateChecks } from '@himpun/certificates';
import { GroupQueries } from '@himpun/groups';
import { Clock, readPublicCode } from '@himpun/kernel';
import { MembershipQueries, type MemberCard } from '@himpun/membership';
import { CheckView } from './check.view';

const LONGEST_ECHO = 40;

/** What a code stands for: a certificate, or a member's card. */
@Injectable()
export class PublicChecks {
  constructor(
    private readonly certificates: CertificateChecks,
    private readonly memberships: MembershipQueries,
    private readonly groups: GroupQueries,
    private readonly clock: Clock,
  ) {}

  /** Never fails for lack of anything behind the code: that is an answer too. */
  async check(typed: string): Promise<CheckView> {
    const code = readPublicCode(typed);
    if (!code) return CheckView.unknown(typed.slice(0, LONGEST_ECHO), this.clock.now());
    const certificate = await this.certificates.check(code);
    if (certificate) return CheckView.ofCertificate(certificate);
    const card = await this.memberships.byCardCode(code);
    return card ? this.ofCard(card) : CheckView.unknown(code, this.clock.now());
  }

  private async ofCard(card: MemberCard): Promise<CheckView> {
    const root = await this.groups.get(card.groupPath[0] ?? card.groupId);
    return CheckView.ofCard(card, { id: root.nameId, en: root.nameEn }, this.clock.now());
  }
}
