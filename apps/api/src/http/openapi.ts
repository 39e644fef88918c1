import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The API's description, OpenAPI 3; written to `openapi.json`, which the web client is generated from. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Himpun')
    .setDescription(
      'Membership and credentialing portal. Errors are application/problem+json with a stable code.',
    )
    .setVersion('1')
    .addCookieAuth('__Host-himpun')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  sortEnumerations(document);
  return document;
}

// The compiler lists a union's members in the order in which it met them, which differs from build to build.
function sortEnumerations(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'enum' && Array.isArray(value)) value.sort();
    else sortEnumerations(value);
  }
}
