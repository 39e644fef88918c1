import { Module } from '@nestjs/common';
import { PersonasController } from './personas.controller';
import { Personas } from './personas';

@Module({ controllers: [PersonasController], providers: [Personas] })
export class DemoApiModule {}
