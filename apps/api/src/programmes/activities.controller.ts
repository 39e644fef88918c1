import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { Clock, plusDays, Settings, startOfDay, type Actor, type Language } from '@himpun/kernel';
import { Activities, ActivityQueries, calendarFile, Capacity } from '@himpun/programmes';
import { ApiProduces } from '@nestjs/swagger';
import { Allow, Public } from '../http/allow';
import { CurrentActor, CurrentLanguage } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import {
  ActivitiesQuery,
  ActivityCancellationDto,
  ActivityDto,
  activityText,
  CapacityDto,
  newActivity,
  NewActivityDto,
} from './activity.dto';
import { ActivityDetailView, ActivityMadeView, ActivityPageView, ActivityView } from './activity.view';
import { calendarEvents } from './calendar-events';

@Controller('activities')
export class ActivitiesController {
  constructor(
    private readonly activities: Activities,
    private readonly capacity: Capacity,
    private readonly queries: ActivityQueries,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The catalogue: published activities by time, those that are over left out unless asked for. */
  @Public()
  @Get()
  async list(
    @CurrentActor() actor: Actor | null,
    @Query() query: ActivitiesQuery,
  ): Promise<ActivityPageView> {
    const { page, pageSize } = query;
    const { items, total } = await this.queries.search(actor, {
      q: query.q ?? '',
      kind: query.kind ?? null,
      groupId: query.group ?? null,
      from: query.from ? startOfDay(query.from) : null,
      to: query.to ? startOfDay(plusDays(query.to, 1)) : null,
      scope: query.scope ?? 'all',
      page,
      pageSize,
    });
    return { items: items.map((line) => ActivityView.of(line)), total, page, pageSize };
  }

  /** One activity, with the reader's own registration. */
  @Public()
  @Get(':id')
  async show(
    @CurrentActor() actor: Actor | null,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ActivityDetailView> {
    return ActivityDetailView.of(await this.queries.get(actor, id));
  }

  /** The sessions as a calendar file (iCalendar, RFC 5545), times in UTC. */
  @Public()
  @Get(':id/calendar.ics')
  @ApiProduces('text/calendar')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="activity.ics"')
  async calendar(
    @CurrentActor() actor: Actor | null,
    @CurrentLanguage() language: Language,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<string> {
    const activity = await this.queries.get(actor, id);
    return calendarFile(calendarEvents(activity, language, this.settings.publicUrl), this.clock.now());
  }

  /** Drafts an activity. */
  @Allow('activities.manage')
  @Post()
  async draft(@CurrentActor() actor: Actor, @Body() body: NewActivityDto): Promise<ActivityMadeView> {
    return { id: await this.activities.draft(actor, newActivity(body)) };
  }

  /** Rewrites the activity; `If-Match` names the version that the edit rests on. */
  @Allow('activities.manage')
  @Put(':id')
  @HttpCode(204)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ActivityDto,
  ): Promise<void> {
    await this.activities.revise(actor, id, version, activityText(body));
  }

  /** Publishes the draft. */
  @Allow('activities.manage')
  @Post(':id/publication')
  @HttpCode(204)
  async publish(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.activities.publish(actor, id);
  }

  /** Calls the activity off, with a reason that participants read. */
  @Allow('activities.manage')
  @Post(':id/cancellation')
  @HttpCode(204)
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ActivityCancellationDto,
  ): Promise<void> {
    await this.activities.cancel(actor, id, body.reason.trim());
  }

  /** Sets the number of places; new ones go to those who wait, in order. */
  @Allow('activities.manage')
  @Put(':id/capacity')
  @HttpCode(204)
  async setCapacity(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CapacityDto,
  ): Promise<void> {
    await this.capacity.change(actor, id, body.capacity);
  }
}
