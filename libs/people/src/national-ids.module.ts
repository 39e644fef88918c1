import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SealedColumns, VaultModule } from '@himpun/vault';
import { NationalIdRecords, SEALED_NUMBER } from './national-id-records.service';
import { NationalId } from './national-id.entity';

/** National ids alone, for rooms that need nothing else of people. */
@Module({
  imports: [VaultModule, TypeOrmModule.forFeature([NationalId])],
  providers: [NationalIdRecords],
  exports: [NationalIdRecords],
})
export class NationalIdsModule {
  constructor(columns: SealedColumns) {
    columns.add(SEALED_NUMBER);
  }
}
