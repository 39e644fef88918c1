import { Controller, Get } from '@nestjs/common';
import { GroupQueries } from '@himpun/groups';
import { Settings } from '@himpun/kernel';
import { Public } from '../http/allow';
import { BrandingView } from './branding.view';

@Controller('branding')
export class BrandingController {
  constructor(
    private readonly groups: GroupQueries,
    private readonly settings: Settings,
  ) {}

  /** Name, logo and colour of the association whose portal this is. */
  @Public()
  @Get()
  async show(): Promise<BrandingView> {
    const [first] = await this.groups.all();
    return BrandingView.of(first, this.settings.demo);
  }
}
