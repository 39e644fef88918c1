import { Module } from '@nestjs/common';
import { MembershipModule } from '@himpun/membership';
import { DecisionsController } from './decisions.controller';
import { ReviewController } from './review.controller';

@Module({ imports: [MembershipModule], controllers: [ReviewController, DecisionsController] })
export class ReviewApiModule {}
