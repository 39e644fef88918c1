import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Certificate } from './certificate.entity';
import { Certificates } from './certificates.service';
import { IssuerKey } from './issuer-key.entity';
import { StatusEntry } from './status-entry.entity';
import { StatusList } from './status-list.entity';

@Module({
  imports: [TypeOrmModule.forFeature([Certificate, IssuerKey, StatusEntry, StatusList])],
  providers: [Certificates],
  exports: [Certificates],
})
export class CertificatesModule {}
