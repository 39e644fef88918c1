export * from './outbox';
export * from './outbox.module';
export * from './outbox-purge';
export * from './outbox.relay';
export * from './outbox-deliveries.queries';
