export type * from './certificate';
export { CERTIFICATE_EVENTS } from './certificate.events';
export * from './certificates.module';
export * from './certificates.service';
