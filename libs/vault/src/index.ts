export { UnsealedError, KEY_BYTES } from './envelope';
export * from './key-rotation.service';
export type { PrivateSubject } from './private-read.entity';
export * from './private-reads.service';
export * from './sealed-columns';
export { opening, sealing } from './sealed-stream';
export * from './vault.module';
export * from './vault.service';
