import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationCredential } from './application/application-credential.entity';
import { ApplicationSubmission } from './application/application-submission.entity';
import { Application } from './application/application.entity';
import { Grade } from './grade/grade.entity';

@Module({
  imports: [TypeOrmModule.forFeature([Application, ApplicationCredential, ApplicationSubmission, Grade])],
})
export class MembershipModule {}
