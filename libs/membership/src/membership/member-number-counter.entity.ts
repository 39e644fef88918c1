import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last member number given by a group in a year (0: patterns without the year). One statement counts it up. */
@Entity('member_number_counters')
export class MemberNumberCounter {
  @PrimaryColumn('uuid')
  groupId: string;

  @PrimaryColumn('integer')
  year: number;

  @Column('integer')
  last: number;
}
