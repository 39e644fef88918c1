import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock';
import { Settings } from './settings';

/** Gives every room the clock and the settings. */
@Global()
@Module({
  providers: [
    { provide: Clock, useClass: SystemClock },
    { provide: Settings, useFactory: () => new Settings(process.env) },
  ],
  exports: [Clock, Settings],
})
export class KernelModule {}
