import { FILE_PURPOSES, type FilePurpose } from '@himpun/files';
import { IsIn } from 'class-validator';

/** What an upload is for; it decides types and limits. */
export class UploadQuery {
  @IsIn(FILE_PURPOSES)
  purpose: FilePurpose;
}
