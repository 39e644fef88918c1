import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Actor } from '@himpun/kernel';
import { PinnedNotes } from '@himpun/membership';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { IfMatch } from '../http/if-match';
import { NewNoteDto, NoteReplyDto, PlaceDto } from './pinned-note.dto';
import { NewNoteView, PinnedNoteView } from './pinned-note.view';
import { VersionView } from './queue.view';

/** Notes on the evidence of a case, among its officers; its applicant sees none of them. */
@Allow('applications.review', 'applications.decide')
@Controller('review/applications/:id/notes')
export class PinnedNotesController {
  constructor(private readonly notes: PinnedNotes) {}

  /** All notes of the case, in the order of their numbers. */
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PinnedNoteView[]> {
    return (await this.notes.of(actor, id)).map((note) => PinnedNoteView.of(note));
  }

  /** Pins a note. Problems: file.not_found for what is no evidence of the case, note.invalid, note.exhausted. */
  @Post()
  async pin(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { fileId, ...note }: NewNoteDto,
  ): Promise<NewNoteView> {
    return { id: await this.notes.pin(actor, id, fileId, note) };
  }

  /** Moves one's own note. Problems: note.forbidden (another's), note.stale. */
  @Put(':noteId/place')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version seen, in quotes: "3"' })
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noteId', ParseUUIDPipe) noteId: string,
    @Body() place: PlaceDto,
    @IfMatch() version: number,
  ): Promise<VersionView> {
    return { version: await this.notes.move(actor, id, noteId, place, version) };
  }

  /** Answers a note. Problems: note.not_found, note.exhausted. */
  @Post(':noteId/replies')
  async reply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noteId', ParseUUIDPipe) noteId: string,
    @Body() { text }: NoteReplyDto,
  ): Promise<NewNoteView> {
    return { id: await this.notes.reply(actor, id, noteId, text) };
  }

  /** Says that a note is dealt with. */
  @Put(':noteId/resolution')
  @HttpCode(204)
  async resolve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noteId', ParseUUIDPipe) noteId: string,
  ): Promise<void> {
    await this.notes.resolve(actor, id, noteId, true);
  }

  /** Opens a note again. */
  @Delete(':noteId/resolution')
  @HttpCode(204)
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noteId', ParseUUIDPipe) noteId: string,
  ): Promise<void> {
    await this.notes.resolve(actor, id, noteId, false);
  }
}
