import { Injectable } from '@nestjs/common';

export type DeliveryEnd = 'done' | 'failed' | 'dead';

/** Counters of this process since it started, for those who watch it. */
@Injectable()
export class Metrics {
  private readonly ends = new Map<string, number>();
  private readonly seconds = new Map<string, number>();

  /** One try of a delivery ended; `seconds` it took when it was done. */
  count(queue: string, end: DeliveryEnd, seconds: number): void {
    const key = `queue="${queue}",end="${end}"`;
    this.ends.set(key, (this.ends.get(key) ?? 0) + 1);
    if (end === 'done') this.seconds.set(queue, (this.seconds.get(queue) ?? 0) + seconds);
  }

  /** Prometheus text format 0.0.4. */
  text(): string {
    return [
      '# TYPE himpun_deliveries_total counter',
      ...[...this.ends].map(([labels, count]) => `himpun_deliveries_total{${labels}} ${count}`),
      '# TYPE himpun_delivery_seconds_total counter',
      ...[...this.seconds].map(([queue, sum]) => `himpun_delivery_seconds_total{queue="${queue}"} ${sum}`),
      '',
    ].join('\n');
  }
}
