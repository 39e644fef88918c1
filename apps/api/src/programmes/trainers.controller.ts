import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '@himpun/kernel';
import { TrainerCandidates } from '@himpun/programmes';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { TrainersQuery } from './trainer.dto';
import { TrainerCandidateView } from './trainer.view';

@Controller('trainers')
export class TrainersController {
  constructor(private readonly candidates: TrainerCandidates) {}

  /** The group's people by part of their name, for the form of an activity; at most eight. */
  @Allow('activities.manage')
  @Get()
  async search(
    @CurrentActor() actor: Actor,
    @Query() { group, q }: TrainersQuery,
  ): Promise<TrainerCandidateView[]> {
    return this.candidates.search(actor, group, q);
  }
}
