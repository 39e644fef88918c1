import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { AccountRecovery } from '@himpun/identity';
import { Registrations } from '@himpun/people';
import { Public } from '../http/allow';
import { RateLimited } from '../http/limits/rate-limit.guard';
import { AddressDto, ConfirmationDto, NewPasswordDto, SignUpDto } from './account.dto';
import { MailRequests } from './mail-requests';
import { SignInLimits } from './sign-in-limits';
import { atSteadyPace } from './steady-pace';

const HOUR = 3600;

/** What strangers do with accounts. Every answer is the same for known and unknown addresses. */
@Public()
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly registrations: Registrations,
    private readonly recovery: AccountRecovery,
    private readonly mails: MailRequests,
    private readonly limits: SignInLimits,
  ) {}

  /** Signs up. An address that has an account already gets the same answer; its owner hears of it by mail. */
  @RateLimited({ name: 'sign-up', points: 60, seconds: HOUR })
  @HttpCode(202)
  @Post()
  async signUp(@Body() { fullName, email, password, locale }: SignUpDto): Promise<void> {
    await atSteadyPace(this.registrations.register({ fullName, email, password, language: locale }));
  }

  /** Confirms the address that a link was mailed to. */
  @RateLimited({ name: 'mail-link', points: 100, seconds: HOUR })
  @HttpCode(204)
  @Post('confirmation')
  async confirm(@Body() { token }: ConfirmationDto): Promise<void> {
    await this.recovery.confirm(token);
  }

  /** Asks for the confirmation link once more. */
  @RateLimited({ name: 'mail-request', points: 60, seconds: HOUR })
  @HttpCode(202)
  @Post('confirmation-requests')
  async requestConfirmation(@Body() { email }: AddressDto): Promise<void> {
    await atSteadyPace(this.mails.confirmation(email));
  }

  /** Asks for a link to set a new password. */
  @RateLimited({ name: 'mail-request', points: 60, seconds: HOUR })
  @HttpCode(202)
  @Post('password-resets')
  async requestReset(@Body() { email }: AddressDto): Promise<void> {
    await atSteadyPace(this.mails.reset(email));
  }

  /** Sets a new password by a mailed link; all sessions end and nobody is signed in. */
  @RateLimited({ name: 'mail-link', points: 100, seconds: HOUR })
  @HttpCode(204)
  @Post('password')
  async reset(@Body() { token, password }: NewPasswordDto): Promise<void> {
    const { email } = await this.recovery.reset(token, password);
    await this.limits.forgive(email);
  }
}
