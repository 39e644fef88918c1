export * from './clock.fake';
