import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { CasePresence } from './case-presence';
import { CaseReadersController } from './case-readers.controller';
import { GovernanceModule } from '@himpun/governance';
import { DecisionsController } from './decisions.controller';
import { DesksController } from './desks.controller';
import { PinnedNotesController } from './pinned-notes.controller';
import { QueueViewsController } from './queue-views.controller';
import { ReviewController } from './review.controller';

@Module({
  imports: [GovernanceModule, MembershipModule],
  providers: [CasePresence],
  controllers: [
    ReviewController,
    QueueViewsController,
    PinnedNotesController,
    DesksController,
    CaseReadersController,
    DecisionsController,
  ],
})
export class ReviewApiModule {}
