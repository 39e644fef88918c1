import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';

/** Which certificate a registration led to, where an officer corrects it afterwards. */
@Injectable()
export class RegistrationCertificates {
  constructor(private readonly sql: Sql) {}

  /** Lets the registration point to the certificate that took the place of another. Twice is as good as once. */
  async replace(certificateId: string, replacedById: string): Promise<void> {
    await this.sql.rows('UPDATE registrations SET certificate_id = $2 WHERE certificate_id = $1', [
      certificateId,
      replacedById,
    ]);
  }
}
