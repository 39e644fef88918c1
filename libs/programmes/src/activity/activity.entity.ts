import { Column, Entity } from 'typeorm';
import { VersionedColumns } from '@himpun/database';
import type { ActivityState } from './activity.states';

export type ActivityKind = 'training' | 'seminar' | 'workshop' | 'service';

/** Who may register: anyone with an account, or members in good standing. */
export type Audience = 'public' | 'members';

/** A training, seminar, workshop or service of a group. Its sessions carry the times; `startsAt` and `endsAt` sum them up. */
@Entity('activities')
export class Activity extends VersionedColumns {
  @Column('uuid')
  groupId: string;

  @Column('text')
  kind: ActivityKind;

  @Column('text')
  state: ActivityState;

  @Column('text')
  audience: Audience;

  @Column('text')
  titleId: string;

  @Column('text')
  titleEn: string;

  @Column('text', { default: '' })
  aboutId: string;

  @Column('text', { default: '' })
  aboutEn: string;

  /** Where it is held; null for a purely online activity. */
  @Column('text', { nullable: true })
  place: string | null;

  /** Where it is held online, `https:`; shown to confirmed participants and staff only. */
  @Column('text', { nullable: true })
  link: string | null;

  /** IANA zone in which the times are announced. */
  @Column('text', { default: 'Asia/Jakarta' })
  zone: string;

  @Column('uuid', { nullable: true })
  trainerPersonId: string | null;

  /** Registration is open from this instant … */
  @Column('timestamptz')
  opensAt: Date;

  /** … until just before this one. */
  @Column('timestamptz')
  closesAt: Date;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  /** Share of the sessions, in percent, that earns the credits and the certificate. */
  @Column('integer', { default: 100 })
  requiredShare: number;

  @Column('text', { nullable: true })
  cancelReason: string | null;

  @Column({ type: 'text', insert: false, update: false, select: false })
  searchTitle: string;
}
