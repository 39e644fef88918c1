import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of an uploaded register file, in order; kept until its import has ended. */
@Entity('register_import_chunks')
export class RegisterImportChunk {
  @PrimaryColumn('uuid')
  importId: string;

  @PrimaryColumn('integer')
  seq: number;

  @Column('bytea')
  content: Buffer;
}
