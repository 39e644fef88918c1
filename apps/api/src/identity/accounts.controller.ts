import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Registrations } from '@himpun/people';
import { Public } from '../http/allow';
import { SignUpDto } from './account.dto';

@Controller('accounts')
export class AccountsController {
  constructor(private readonly registrations: Registrations) {}

  /** Signs up. The answer is the same for an address that has an account already; its owner hears of it by mail. */
  @Public()
  @HttpCode(202)
  @Post()
  async signUp(@Body() { fullName, email, password, locale }: SignUpDto): Promise<void> {
    await this.registrations.register({ fullName, email, password, language: locale });
  }
}
