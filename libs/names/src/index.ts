export * from './identity.policy';
export * from './identity-signals.policy';
export * from './name-match.policy';
export { nameWords, type NameWord, type NameWords } from './name-words';
