import undefinedTermsV2 from './undefined-terms-v2.json';
import credentialsV1 from './credentials-v1.json';
import credentialsV2 from './credentials-v2.json';
import dataIntegrityV1 from './data-integrity-v1.json';
import dataIntegrityV2 from './data-integrity-v2.json';
import bitstringStatusListV1 from './bitstring-status-list-v1.json';
import statusList2021V1 from './status-list-2021-v1.json';
import ed255192020V1 from './ed25519-2020-v1.json';
import didV1 from './did-v1.json';
import x255192020V1 from './x25519-2020-v1.json';
import openBadges30Draft from './open-badges-3.0-draft.json';
import jffPlugfest1 from './jff-plugfest-1.json';
import openBadges30Beta from './open-badges-3.0-beta.json';
import openBadges30 from './open-badges-3.0.json';
import openBadges301 from './open-badges-3.0.1.json';
import openBadges302 from './open-badges-3.0.2.json';
import openBadges303 from './open-badges-3.0.3.json';
import openBadges30Extensions from './open-badges-3.0-extensions.json';
import multikeyV1 from './multikey-v1.json';
import dccV1 from './dcc-v1.json';
import credentialsExamplesV1 from './credentials-examples-v1.json';
import citizenshipV1 from './citizenship-v1.json';
import citizenshipV2 from './citizenship-v2.json';
import citizenshipV3 from './citizenship-v3.json';
import citizenshipV4rc1 from './citizenship-v4rc1.json';
import clr20 from './clr-2.0.json';
import clr201 from './clr-2.0.1.json';
import credentialsExamplesV2 from './credentials-examples-v2.json';

/** The JSON-LD contexts this product knows, by the address they answer for. Nothing else is ever loaded. */
export const BUNDLED_CONTEXTS: ReadonlyMap<string, object> = new Map<string, object>([
  ['https://www.w3.org/ns/credentials/undefined-terms/v2', undefinedTermsV2],
  ['https://www.w3.org/2018/credentials/v1', credentialsV1],
  ['https://www.w3.org/ns/credentials/v2', credentialsV2],
  ['https://w3id.org/security/data-integrity/v1', dataIntegrityV1],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrityV2],
  ['https://www.w3.org/ns/credentials/status/v1', bitstringStatusListV1],
  ['https://w3id.org/vc/status-list/2021/v1', statusList2021V1],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed255192020V1],
  ['https://www.w3.org/ns/did/v1', didV1],
  ['https://w3id.org/security/suites/x25519-2020/v1', x255192020V1],
  ['https://imsglobal.github.io/openbadges-specification/ob_v3p0.html', openBadges30Draft],
  ['https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json', jffPlugfest1],
  ['OBv3_beta', openBadges30Beta],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context.json', openBadges30],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', openBadges301],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', openBadges302],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', openBadges303],
  ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', openBadges30Extensions],
  ['https://w3id.org/security/multikey/v1', multikeyV1],
  ['https://w3id.org/dcc/v1', dccV1],
  ['https://www.w3.org/2018/credentials/examples/v1', credentialsExamplesV1],
  ['https://w3id.org/citizenship/v1', citizenshipV1],
  ['https://w3id.org/citizenship/v2', citizenshipV2],
  ['https://w3id.org/citizenship/v3', citizenshipV3],
  ['https://w3id.org/citizenship/v4rc1', citizenshipV4rc1],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context.json', clr20],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', clr201],
  ['https://www.w3.org/ns/credentials/examples/v2', credentialsExamplesV2],
]);
