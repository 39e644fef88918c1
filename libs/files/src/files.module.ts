import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { SealedColumns, VaultModule } from '@himpun/vault';
import { FileQueries } from './file.queries';
import { FileSight } from './file-sight.entity';
import { FileSights } from './file-sights.service';
import { FileStorage } from './file-storage';
import { DiskFileStorage } from './file-storage.disk';
import { FileSweep } from './file-sweep.service';
import { FileErasure } from './file-erasure.service';
import { FileSealing } from './file-sealing.service';
import { Files } from './files.service';
import { Incoming } from './incoming';
import { SEALED_KEY, SealedContents } from './sealed-contents';
import { StoredFile } from './file.entity';
import { FILES_HOLDINGS } from './files.holdings';

/** Uploads: taken in, looked into, kept outside the web root, opened for those who may see them. */
@Global()
@Module({
  imports: [VaultModule, TypeOrmModule.forFeature([StoredFile, FileSight])],
  providers: [
    Files,
    FileQueries,
    FileSights,
    FileSweep,
    FileErasure,
    FileSealing,
    Incoming,
    SealedContents,
    { provide: FileStorage, useClass: DiskFileStorage },
  ],
  exports: [Files, FileQueries, FileSights, FileSweep, FileErasure, FileSealing],
})
export class FilesModule {
  constructor(columns: SealedColumns, holdings: PersonHoldings) {
    holdings.add(...FILES_HOLDINGS);
    columns.add(SEALED_KEY);
  }
}
