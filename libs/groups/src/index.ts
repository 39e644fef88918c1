export type { Group, GroupKind } from './group.entity';
export * from './groups.module';
export * from './groups.queries';
export * from './groups.service';
