import { Injectable, NotFoundException, type CanActivate } from '@nestjs/common';
import { Settings } from '@himpun/kernel';

/** Outside demonstration mode a route answers as an address that does not exist, whatever was sent to it. */
@Injectable()
export class DemoGuard implements CanActivate {
  constructor(private readonly settings: Settings) {}

  canActivate(): boolean {
    if (!this.settings.demo) throw new NotFoundException();
    return true;
  }
}
