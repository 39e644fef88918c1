export type { BotRule } from './bot.policy';
export { BotDecisions } from './bot-decisions.service';
export * from './bot-rules.service';
export { CorrectionDeadlines } from './correction-deadlines.queries';
