import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileQueries } from './file.queries';
import { FileSight } from './file-sight.entity';
import { FileSights } from './file-sights.service';
import { FileStorage } from './file-storage';
import { DiskFileStorage } from './file-storage.disk';
import { FileSweep } from './file-sweep.service';
import { Files } from './files.service';
import { Incoming } from './incoming';
import { StoredFile } from './file.entity';

/** Uploads: taken in, looked into, kept outside the web root, opened for those who may see them. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile, FileSight])],
  providers: [
    Files,
    FileQueries,
    FileSights,
    FileSweep,
    Incoming,
    { provide: FileStorage, useClass: DiskFileStorage },
  ],
  exports: [Files, FileQueries, FileSights, FileSweep],
})
export class FilesModule {}
