import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { CertificateChecks } from './certificate/certificate-checks.service';
import { CertificateSigning } from './certificate/certificate-signing.service';
import { Certificate } from './certificate/certificate.entity';
import { CertificateQueries } from './certificate/certificate.queries';
import { IssuedCertificates } from './certificate/issued-certificates.queries';
import { Certificates } from './certificate/certificates.service';
import { IssuerKey } from './issuer/issuer-key.entity';
import { IssuerKeys } from './issuer/issuer-keys.service';
import { CertificatePapers } from './paper/certificate-papers.service';
import { StatusEntry } from './status-list/status-entry.entity';
import { StatusList } from './status-list/status-list.entity';
import { StatusLists } from './status-list/status-lists.service';
import { CERTIFICATES_HOLDINGS } from './certificates.holdings';

const VERBS = [
  CertificatePapers,
  Certificates,
  CertificateSigning,
  CertificateChecks,
  CertificateQueries,
  IssuedCertificates,
  IssuerKeys,
  StatusLists,
];

@Module({
  imports: [TypeOrmModule.forFeature([Certificate, IssuerKey, StatusEntry, StatusList])],
  providers: VERBS,
  exports: VERBS,
})
export class CertificatesModule {
  constructor(holdings: PersonHoldings) {
    holdings.add(...CERTIFICATES_HOLDINGS);
  }
}
