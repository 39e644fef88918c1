import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  ApplicationCopies,
  ApplicationQueries,
  Applications,
  ApplicationSubmissions,
} from '@himpun/membership';
import { notFound, type Actor, type Language } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor, CurrentLanguage } from '../http/current-actor';
import { ApplicationDto, CopyQuery } from './application.dto';
import { ApplicationLineView, ApplicationView, StartedView, SubmissionView } from './application.view';

@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly applications: Applications,
    private readonly submissions: ApplicationSubmissions,
    private readonly queries: ApplicationQueries,
    private readonly copies: ApplicationCopies,
  ) {}

  /** Begins a draft. Problems: grade.not_found, grade.closed, application.taken (with applicationId), application.member_conflict. */
  @Allow()
  @Post()
  async start(@CurrentActor() actor: Actor, @Body() body: ApplicationDto): Promise<StartedView> {
    return { id: await this.applications.start(actor, body) };
  }

  /** One's own applications, newest first. */
  @Allow()
  @Get()
  async mine(@CurrentActor() actor: Actor): Promise<ApplicationLineView[]> {
    if (!actor.personId) throw notFound('application');
    return (await this.queries.mine(actor.personId)).map((line) => ApplicationLineView.of(line));
  }

  /** Task list, status and history of one's own application. Problems: application.not_found. */
  @Allow()
  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ApplicationView> {
    return ApplicationView.of(await this.queries.own(actor, id));
  }

  /** What was sent in last, to keep: A4. Problems: application_copy.not_found, also before anything was sent. */
  @Allow()
  @Get(':id/copy.pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async copy(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { language }: CopyQuery,
    @CurrentLanguage() asked: Language,
  ): Promise<StreamableFile> {
    const bytes = await this.copies.pdf(actor, id, language ?? asked);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: 'attachment; filename="application.pdf"',
    });
  }

  /** Submits, or submits again after a correction. Problems: application.incomplete (reasons name the sections), application.closed. */
  @Allow()
  @Post(':id/submission')
  @HttpCode(200)
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SubmissionView> {
    return { reference: await this.submissions.submit(actor, id) };
  }

  /** Takes the application back. Problems: application.not_found, application.closed. */
  @Allow()
  @Delete(':id')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.applications.withdraw(actor, id);
  }
}
