export { FILE_PURPOSES, PURPOSES, type FilePurpose } from './file-purpose';
export { refusals as fileRefusals } from './file-refusals';
export * from './file-sealing.service';
export * from './file-sights.service';
export { FileStorage } from './file-storage';
export * from './file-sweep.service';
export * from './file.queries';
export * from './files.module';
export * from './files.service';
