export * from './acknowledgements.service';
export * from './code-changes.queries';
export type { ClauseText, CodeNotice, CodeText } from './code-text.policy';
export { Codes, type AcknowledgementLine, type ClauseLine, type CodeEdition } from './codes.service';
export type * from './ethics.events';
export * from './ethics.module';
