import { applyRoutes } from '../features/apply/routes';
import { attestationRoutes } from '../features/attestation/routes';
import { certificateRoutes } from '../features/certificates/routes';
import { checkRoutes } from '../features/check/routes';
import { checkInRoutes } from '../features/check-in/routes';
import { credentialsRoutes } from '../features/credentials/routes';
import { directoryRoutes } from '../features/directory/routes';
import { duplicatesRoutes } from '../features/duplicates/routes';
import { disclosureRoutes } from '../features/disclosures/routes';
import { ethicsRoutes } from '../features/ethics/routes';
import { governanceRoutes } from '../features/governance/routes';
import { identityRoutes } from '../features/identity/routes';
import { holdsRoutes } from '../features/holds/routes';
import { inboxRoutes } from '../features/inbox/routes';
import { institutionDomainsRoutes } from '../features/institution-domains/routes';
import { landingRoutes } from '../features/landing/routes';
import { membershipRoutes } from '../features/membership/routes';
import { officeRulesRoutes } from '../features/office-rules/routes';
import { operationsRoutes } from '../features/operations/routes';
import { privacyRoutes } from '../features/privacy/routes';
import { sourceHealthRoutes } from '../features/source-health/routes';
import { programmesRoutes } from '../features/programmes/routes';
import { registersRoutes } from '../features/registers/routes';
import { reviewRoutes } from '../features/review/routes';
import { rulesRoutes } from '../features/rules/routes';
import { sponsorRoutes } from '../features/sponsors/routes';
import { standingRoutes } from '../features/standing/routes';
import { verificationListRoutes } from '../features/verification-lists/routes';
import { rootRoute } from './root-route';

// Every feature adds its import above and its line here, in alphabetical order.
export const routeTree = rootRoute.addChildren([
  ...applyRoutes,
  ...attestationRoutes,
  ...certificateRoutes,
  ...checkRoutes,
  ...checkInRoutes,
  ...credentialsRoutes,
  ...directoryRoutes,
  ...duplicatesRoutes,
  ...disclosureRoutes,
  ...ethicsRoutes,
  ...governanceRoutes,
  ...identityRoutes,
  ...holdsRoutes,
  ...inboxRoutes,
  ...institutionDomainsRoutes,
  ...landingRoutes,
  ...membershipRoutes,
  ...officeRulesRoutes,
  ...operationsRoutes,
  ...privacyRoutes,
  ...sourceHealthRoutes,
  ...programmesRoutes,
  ...registersRoutes,
  ...reviewRoutes,
  ...rulesRoutes,
  ...sponsorRoutes,
  ...standingRoutes,
  ...verificationListRoutes,
]);
