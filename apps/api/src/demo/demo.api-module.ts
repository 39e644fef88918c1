import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller';
import { PersonasController } from './personas.controller';
import { Personas } from './personas';

@Module({ controllers: [InboxController, PersonasController], providers: [Personas] })
export class DemoApiModule {}
