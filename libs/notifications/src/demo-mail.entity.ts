import { Column, Entity } from 'typeorm';
import { BaseColumns } from '@himpun/database';

/** A mail that a demonstration shows on its inbox page instead of sending. */
@Entity('demo_mails')
export class DemoMail extends BaseColumns {
  @Column('text', { unique: true })
  key: string;

  @Column('text')
  email: string;

  @Column('text')
  subject: string;

  @Column('text')
  bodyText: string;

  @Column('text')
  bodyHtml: string;
}
