export { UnsealedError, KEY_BYTES } from './envelope';
export * from './key-rotation.service';
export * from './sealed-columns';
export { opening, sealing } from './sealed-stream';
export * from './vault.module';
export * from './vault.service';
