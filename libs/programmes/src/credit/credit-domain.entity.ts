import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field of learning that credits count in. */
@Entity('credit_domains')
export class CreditDomain {
  /** Lower case with underscores, stable. */
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  nameId: string;

  @Column('text')
  nameEn: string;

  @Column('integer')
  position: number;
}
