import type { MemberCard } from '@himpun/membership';

/** A membership with its card. */
export class MembershipView {
  id: string;
  holderName: string;
  number: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  groupShortName: string;
  gradeNameId: string;
  gradeNameEn: string;
  applicationId: string | null;
  /** ISO 8601 instant. */
  memberSince: string;
  /** `active`, `grace`, `lapsed`, `leave`, `resigned`, `transferred`, `suspended`, `expelled`, `deceased` or `none`. */
  status: string;
  /** Whether the person counts as a member in good standing now. */
  isGood: boolean;
  /** ISO 8601 instants; null where open. */
  since: string | null;
  until: string | null;
  /** `AB12-CD34-EF56-GH78`, and the address behind the card's QR. */
  cardCode: string;
  cardUrl: string;

  static of(card: MemberCard, publicUrl: string): MembershipView {
    const { standing } = card;
    return Object.assign(new MembershipView(), {
      id: card.membershipId,
      holderName: card.holderName,
      number: card.number,
      groupId: card.groupId,
      groupNameId: card.groupNameId,
      groupNameEn: card.groupNameEn,
      groupShortName: card.groupShortName,
      gradeNameId: card.gradeNameId,
      gradeNameEn: card.gradeNameEn,
      applicationId: card.applicationId,
      memberSince: card.memberSince.toISOString(),
      status: standing.status,
      isGood: standing.isGood,
      since: standing.since?.toISOString() ?? null,
      until: standing.until?.toISOString() ?? null,
      cardCode: card.cardCode,
      cardUrl: `${publicUrl}/check/${card.cardCode}`,
    });
  }
}
