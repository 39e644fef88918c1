import type { GroupSourceLine } from '@himpun/credentials';
import { ApiProperty } from '@nestjs/swagger';
import { SourceNameView } from './source-health.view';

/** The group whose word counts. */
export class DecidingGroupView {
  id: string;
  nameId: string;
  nameEn: string;
}

/** Whether a group uses one source. */
export class GroupSourceView {
  id: string;
  name: SourceNameView;
  used: boolean;
  /** The nearest group that said so, the asked one or one above it; null where none did, then the source is used. */
  @ApiProperty({ type: DecidingGroupView, nullable: true })
  decidedBy: DecidingGroupView | null;

  static of({ id, name, used, decidedBy }: GroupSourceLine): GroupSourceView {
    return Object.assign(new GroupSourceView(), { id, name, used, decidedBy });
  }
}
