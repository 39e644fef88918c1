import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { postgresCode } from './guarded';

const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/** Opens the one transaction of a public verb; methods that join it take `tx` first. */
@Injectable()
export class Transactions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a READ COMMITTED transaction. A deadlock or serialization failure is tried again up to three times
   * with jitter; `work` must therefore have no effect outside the transaction.
   */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction(work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRIED.has(postgresCode(error) ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 40 * attempt));
      }
    }
  }
}
