import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { AttestationAnswers } from '@himpun/credentials';
import { Public } from '../../http/allow';
import { RateLimited } from '../../http/limits/rate-limit.guard';
import { AttestationAnswerDto } from './attestation.dto';
import { AttestationReceiptView, OpenAttestationView } from './attestation.view';

/** Offices behind one address answer a few a day; who guesses 256 bits needs more than this. */
const READING = { name: 'attestation-links', points: 60, seconds: 600 };
const ANSWERING = { name: 'attestation-answers', points: 20, seconds: 600 };

/**
 * The link's token comes in a header: it stands behind the # of the page's address, which browsers send to nobody, and in no
 * path that a log would keep.
 */
@Controller('public/attestation')
export class OpenAttestationController {
  constructor(private readonly answers: AttestationAnswers) {}

  /**
   * The one claim that a link asks about. Reading changes nothing, however often. Problems: attestation.gone, alike for
   * links that are wrong, used, withdrawn, replaced or too old.
   */
  @Public()
  @RateLimited(READING)
  @Get()
  async read(@Headers('attestation-token') token: string): Promise<OpenAttestationView> {
    return OpenAttestationView.of(await this.answers.read(String(token ?? '')));
  }

  /** The answer, once. Problems: attestation.gone, attestation.answer_invalid. */
  @Public()
  @RateLimited(ANSWERING)
  @Post('answer')
  @HttpCode(200)
  async answer(
    @Headers('attestation-token') token: string,
    @Body() body: AttestationAnswerDto,
  ): Promise<AttestationReceiptView> {
    const { verdict, name, office, remark, differences } = body;
    const word = { verdict, name, office, remark: remark || null, differences: plain(differences ?? []) };
    return AttestationReceiptView.of(await this.answers.answer(String(token ?? ''), word));
  }
}

function plain(
  differences: AttestationAnswerDto['differences'] & object,
): { field: string; found: string }[] {
  return differences.map(({ field, found }) => ({ field, found }));
}
