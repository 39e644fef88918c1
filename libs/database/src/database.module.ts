import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '@himpun/kernel';
import { connectionOptions } from './data-source';
import { PersonHoldings } from './person-holdings';
import { Sql } from './sql';
import { Transactions } from './transaction';

/** One pool per process, entities gathered from the rooms that are built in. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => ({
        ...connectionOptions(settings.databaseUrl, settings.databasePool),
        autoLoadEntities: true,
        manualInitialization: settings.offline,
        retryAttempts: 5,
        retryDelay: 1_000,
      }),
    }),
  ],
  providers: [Sql, Transactions, PersonHoldings],
  exports: [Sql, Transactions, PersonHoldings, TypeOrmModule],
})
export class DatabaseModule {}
