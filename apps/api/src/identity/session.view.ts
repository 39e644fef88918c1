import type { AccountSummary, SessionLine } from '@himpun/identity';
import type { Actor, Language } from '@himpun/kernel';

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
  ): SessionView {
    const view = new SessionView();
    const { id, email, language, emailConfirmed } = account;
    view.account = { id, email, locale: language, emailConfirmed };
    view.person = { id: account.personId, fullName: actor.label };
    view.powers = actor.powers.map(({ power, groupId, until }) => ({
      power,
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
