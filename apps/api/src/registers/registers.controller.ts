import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  RegisterChangeQueries,
  RegisterCorrections,
  RegisterQueries,
  Registers,
  type CorrectedEntry,
} from '@himpun/credentials';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { HolderHistoryView } from './register-change.view';
import { RegisterCorrectionDto, HolderQuery, NewRegisterDto } from './register.dto';
import { RegisterView } from './register.view';

@Controller('registers')
export class RegistersController {
  constructor(
    private readonly registers: Registers,
    private readonly corrections: RegisterCorrections,
    private readonly queries: RegisterQueries,
    private readonly changes: RegisterChangeQueries,
  ) {}

  /** The registers the reader may import into. */
  @Allow('registers.import')
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<RegisterView[]> {
    return (await this.queries.mine(actor)).map((line) => RegisterView.of(line));
  }

  /** Opens an empty register. Problems: register.taken. */
  @Allow('registers.import')
  @Post()
  async open(@CurrentActor() actor: Actor, @Body() body: NewRegisterDto): Promise<RegisterView> {
    return this.show(actor, await this.registers.open(actor, body));
  }

  @Allow('registers.import')
  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RegisterView> {
    return RegisterView.of(await this.queries.get(actor, id));
  }

  /** What the register says of one number, and what changed of it since the first version. */
  @Allow('registers.import')
  @Get(':id/holder')
  async holder(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { number }: HolderQuery,
  ): Promise<HolderHistoryView> {
    return HolderHistoryView.of(await this.changes.holder(actor, id, number));
  }

  /**
   * Corrects one holder by hand, as a version of its own. Problems: register_correction.invalid, register_import.in_progress.
   */
  @Allow('registers.import')
  @Post(':id/corrections')
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { number, entry, reason }: RegisterCorrectionDto,
  ): Promise<HolderHistoryView> {
    await this.corrections.correct(actor, id, {
      number,
      entry: entry ? { ...BLANK, ...entry } : null,
      reason,
    });
    return this.holder(actor, id, { number });
  }
}

const BLANK: Pick<CorrectedEntry, 'birthDate' | 'profession' | 'validFrom' | 'validUntil'> = {
  birthDate: null,
  profession: null,
  validFrom: null,
  validUntil: null,
};
