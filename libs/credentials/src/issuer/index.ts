export * from './trusted-issuers.queries';
export * from './trusted-issuers.service';
