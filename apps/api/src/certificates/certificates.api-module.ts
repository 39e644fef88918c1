import { Module } from '@nestjs/common';
import { CertificatesModule } from '@himpun/certificates';
import { CertificatesController } from './certificates.controller';
import { PapersController } from './papers.controller';

@Module({ imports: [CertificatesModule], controllers: [CertificatesController, PapersController] })
export class CertificatesApiModule {}
