import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataKey } from './data-key.entity';
import { KeyRotation } from './key-rotation.service';
import { SealedColumns } from './sealed-columns';
import { Vault } from './vault.service';

/** What is private is kept sealed; this room keeps the keys. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([DataKey])],
  providers: [Vault, SealedColumns, KeyRotation],
  exports: [Vault, SealedColumns, KeyRotation],
})
export class VaultModule {}
