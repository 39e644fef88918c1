import type { ActivityDetail, ActivityLine } from '@himpun/programmes';
import { RegistrationView } from './registration.view';

/** The id of what was made. */
export class ActivityMadeView {
  id: string;
}

/** One activity of the catalogue. Instants are ISO 8601 in UTC. */
export class ActivityView {
  id: string;
  groupId: string;
  groupNameId: string;
  groupNameEn: string;
  kind: 'training' | 'seminar' | 'workshop' | 'service';
  state: 'draft' | 'published' | 'cancelled';
  audience: 'public' | 'members';
  titleId: string;
  titleEn: string;
  place: string | null;
  isOnline: boolean;
  /** IANA zone in which it is announced. */
  zone: string;
  opensAt: string;
  closesAt: string;
  startsAt: string;
  endsAt: string;
  capacity: number;
  taken: number;
  waiting: number;
  /** The reader's own registration. */
  myState: 'confirmed' | 'waitlisted' | null;
  /** Credit hours of all domains. */
  creditHours: number;

  static of(line: ActivityLine): ActivityView {
    return Object.assign(new ActivityView(), lineFields(line));
  }
}

/** One page of the catalogue. */
export class ActivityPageView {
  items: ActivityView[];
  total: number;
  page: number;
  pageSize: number;
}

/** One sitting. */
export class ActivitySessionView {
  id: string;
  /** From 1. */
  position: number;
  startsAt: string;
  endsAt: string;
}

/** Credit hours in one domain. */
export class ActivityCreditView {
  domain: string;
  nameId: string;
  nameEn: string;
  hours: number;
}

/** An activity as its page shows it. */
export class ActivityDetailView extends ActivityView {
  version: number;
  aboutId: string;
  aboutEn: string;
  /** Null for everyone but confirmed participants and staff. */
  link: string | null;
  trainerPersonId: string | null;
  trainerName: string | null;
  requiredShare: number;
  cancelReason: string | null;
  sessions: ActivitySessionView[];
  credits: ActivityCreditView[];
  mine: RegistrationView | null;
  mayManage: boolean;
  mayRecord: boolean;

  static override of(detail: ActivityDetail): ActivityDetailView {
    return Object.assign(new ActivityDetailView(), {
      ...lineFields(detail),
      version: detail.version,
      aboutId: detail.aboutId,
      aboutEn: detail.aboutEn,
      link: detail.link,
      trainerPersonId: detail.trainerPersonId,
      trainerName: detail.trainerName,
      requiredShare: detail.requiredShare,
      cancelReason: detail.cancelReason,
      sessions: detail.sessions.map((session) => ({
        ...session,
        startsAt: iso(session.startsAt),
        endsAt: iso(session.endsAt),
      })),
      credits: detail.credits,
      mine: detail.mine && {
        ...detail.mine,
        activityId: detail.id,
        registeredAt: iso(detail.mine.registeredAt),
      },
      mayManage: detail.mayManage,
      mayRecord: detail.mayRecord,
    });
  }
}

function lineFields(line: ActivityLine): ActivityView {
  return {
    id: line.id,
    groupId: line.groupId,
    groupNameId: line.groupNameId,
    groupNameEn: line.groupNameEn,
    kind: line.kind,
    state: line.state,
    audience: line.audience,
    titleId: line.titleId,
    titleEn: line.titleEn,
    place: line.place,
    isOnline: line.isOnline,
    zone: line.zone,
    opensAt: iso(line.opensAt),
    closesAt: iso(line.closesAt),
    startsAt: iso(line.startsAt),
    endsAt: iso(line.endsAt),
    capacity: line.capacity,
    taken: line.taken,
    waiting: line.waiting,
    myState: line.myState,
    creditHours: line.creditHours,
  };
}

function iso(instant: Date | string): string {
  return new Date(instant).toISOString();
}
