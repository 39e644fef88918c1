export { readRootCertificate, type RootCertificate } from './root-certificate.policy';
export * from './trusted-issuers.queries';
export * from './trusted-issuers.service';
