import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { DataKey } from './data-key.entity';
import { KeyRotation } from './key-rotation.service';
import { PrivateRead } from './private-read.entity';
import { PrivateReads } from './private-reads.service';
import { SealedColumns } from './sealed-columns';
import { Vault } from './vault.service';
import { VAULT_HOLDINGS } from './vault.holdings';

/** What is private is kept sealed; this room keeps the keys. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([DataKey, PrivateRead])],
  providers: [Vault, SealedColumns, KeyRotation, PrivateReads],
  exports: [Vault, SealedColumns, KeyRotation, PrivateReads],
})
export class VaultModule {
  constructor(holdings: PersonHoldings) {
    holdings.add(...VAULT_HOLDINGS);
  }
}
