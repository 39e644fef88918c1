/**
 * Generated from openapi.json by openapi-typescript; never edited by hand. Until the first generation every path is
 * accepted and every body is untyped.
 */
type Anything = {
  parameters: { query?: any; header?: any; path?: any; cookie?: any };
  requestBody?: { content: { 'application/json': any } };
  responses: { 200: { content: { 'application/json': any } } };
};

export interface paths {
  [path: string]: { get: Anything; put: Anything; post: Anything; delete: Anything; patch: Anything };
}

export interface components {
  schemas: Record<string, any>;
}
