import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Credit hours that full attendance earns in one domain. */
@Entity('activity_credits')
export class ActivityCredit {
  @PrimaryColumn('uuid')
  activityId: string;

  /** `credit_domains.code`. */
  @PrimaryColumn('text')
  domain: string;

  /** Hours with one decimal; the driver gives numerics as text. */
  @Column('numeric', { precision: 5, scale: 1 })
  hours: string;
}
