import { Column, PrimaryColumn } from 'typeorm';

/** What every record carries: a UUIDv7 made by the application, and when it was made. */
export abstract class BaseColumns {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  createdAt: Date;
}

/** A record that several people may edit: `version` rises with each change and guards against lost updates. */
export abstract class VersionedColumns extends BaseColumns {
  @Column('integer', { default: 1 })
  version: number;
}
