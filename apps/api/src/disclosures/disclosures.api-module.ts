import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { CaseDisclosuresController } from './case-disclosures.controller';
import { OwnDisclosuresController } from './own-disclosures.controller';

@Module({ imports: [MembershipModule], controllers: [OwnDisclosuresController, CaseDisclosuresController] })
export class DisclosuresApiModule {}
