export * from './admission-rules.queries';
export * from './admission-rules.service';
export type { Group, GroupKind } from './group.entity';
export * from './groups.module';
export * from './groups.queries';
export * from './groups.service';
export * from './requirement';
