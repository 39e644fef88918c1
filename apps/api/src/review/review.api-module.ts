import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { CasePresence } from './case-presence';
import { CaseReadersController } from './case-readers.controller';
import { DecisionsController } from './decisions.controller';
import { QueueViewsController } from './queue-views.controller';
import { ReviewController } from './review.controller';

@Module({
  imports: [MembershipModule],
  providers: [CasePresence],
  controllers: [ReviewController, QueueViewsController, CaseReadersController, DecisionsController],
})
export class ReviewApiModule {}
