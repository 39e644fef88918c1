export type { Application, CorrectionItem, KeptAnswer, Returned } from './application/application.entity';
export * from './application/application.states';
export * from './application/submitted-content';
export type { Grade } from './grade/grade.entity';
export * from './membership.module';
export * from './requirement/requirement-facts';
export * from './requirement/requirements.policy';
