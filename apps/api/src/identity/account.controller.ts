import { Body, Controller, HttpCode, Patch, Put } from '@nestjs/common';
import { AccountRecovery, Accounts } from '@himpun/identity';
import type { Actor } from '@himpun/kernel';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { RateLimited } from '../http/limits/rate-limit.guard';
import { ChangedPasswordDto, ChosenLanguageDto } from './account.dto';

/** What people do with their own account. */
@Allow()
@Controller('account')
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly recovery: AccountRecovery,
  ) {}

  /** Chooses the language of mail to this person. */
  @HttpCode(204)
  @Patch()
  async choose(@CurrentActor() actor: Actor, @Body() { locale }: ChosenLanguageDto): Promise<void> {
    await this.accounts.chooseLanguage(actor, locale);
  }

  /** Changes the password; the account's other sessions end. */
  @RateLimited({ name: 'password-change', points: 20, seconds: 3600 })
  @HttpCode(204)
  @Put('password')
  async changePassword(@CurrentActor() actor: Actor, @Body() body: ChangedPasswordDto): Promise<void> {
    await this.recovery.changePassword(actor, body.currentPassword, body.password);
  }
}
