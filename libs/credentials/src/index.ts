export * from './check/check.states';
export * from './check/check-requests.service';
export * from './check/credential-fact';
export * from './check/credential-facts.queries';
export * from './credential/claim';
export * from './credentials.module';
export * from './source/check-source';
