import { Module } from '@nestjs/common';
import { CertificatesModule } from '@himpun/certificates';
import { CertificatesController } from './certificates.controller';
import { IssuedCertificatesController } from './issued-certificates.controller';
import { PapersController } from './papers.controller';

@Module({
  imports: [CertificatesModule],
  controllers: [CertificatesController, IssuedCertificatesController, PapersController],
})
export class CertificatesApiModule {}
