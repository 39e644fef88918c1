export * from './acknowledgement-rounds.queries';
export * from './acknowledgement-rounds.service';
