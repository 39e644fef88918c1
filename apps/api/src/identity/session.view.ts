import { POWERS, type AccountSummary, type SessionLine } from '@himpun/identity';
import { inLanguage, type Actor, type Bilingual, type Language } from '@himpun/kernel';

/** By any text: a grant may outlive the power it names. */
const NAMES: Readonly<Record<string, Bilingual>> = POWERS;

/** The signed-in account. */
export class SessionAccountView {
  id: string;
  email: string;
  /** `id` or `en`: the language of mail to this person. */
  locale: Language;
  emailConfirmed: boolean;
}

/** The person behind the account. */
export class SessionPersonView {
  id: string;
  fullName: string;
}

/** A power held at this moment. */
export class HeldPowerView {
  /** e.g. `applications.review`. */
  power: string;
  /** What it allows, in the language asked for. */
  name: string;
  groupId: string;
  /** In the language asked for. */
  groupName: string;
  /** The first instant at which it no longer holds; null for no end. */
  until: Date | null;
}

/** Who is signed in and what they may do now. */
export class SessionView {
  account: SessionAccountView;
  person: SessionPersonView;
  powers: HeldPowerView[];
  /** Whether the portal runs in demonstration mode. */
  demo: boolean;

  static of(
    actor: Actor,
    account: AccountSummary,
    groupNames: ReadonlyMap<string, string>,
    demo: boolean,
    language: Language,
  ): SessionView {
    const view = new SessionView();
    const { id, email, emailConfirmed } = account;
    view.account = { id, email, locale: account.language, emailConfirmed };
    view.person = { id: account.personId, fullName: actor.label };
    view.powers = actor.powers.map(({ power, groupId, until }) => ({
      power,
      name: inLanguage(NAMES[power] ?? { id: power, en: power }, language),
      groupId,
      groupName: groupNames.get(groupId) ?? '',
      until,
    }));
    view.demo = demo;
    return view;
  }
}

/** One browser in which the account is signed in. */
export class SessionLineView {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string;
  ip: string;
  /** The session that asks. */
  current: boolean;

  static of(line: SessionLine, currentId: string | null): SessionLineView {
    const { id, createdAt, lastSeenAt, userAgent, ip } = line;
    return Object.assign(new SessionLineView(), {
      id,
      createdAt,
      lastSeenAt,
      userAgent,
      ip,
      current: id === currentId,
    });
  }
}
