import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { Clock, type Actor } from '@himpun/kernel';
import { PersonDetails, type PersonalDetails } from '@himpun/people';
import { refusals } from './application-refusals';
import { DETAILS, mayChange } from './application.access';
import { detailFaults } from './details.policy';
import { ownApplication } from './own-application';

/** The applicant's own details, as part of an application. */
@Injectable()
export class ApplicationDetails {
  constructor(
    private readonly transactions: Transactions,
    private readonly details: PersonDetails,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes the details over the version that the writer saw. Returns the new version.
   * @throws application.not_found, application.section_closed, application_details.invalid, person.stale
   */
  change(actor: Actor, applicationId: string, version: number, details: PersonalDetails): Promise<number> {
    return this.transactions.run(async (tx) => {
      const own = await ownApplication(tx, actor, applicationId);
      if (!mayChange(own, DETAILS)) throw refusals.partClosed();
      const faults = detailFaults(details, this.clock.today(own.zone));
      if (faults.length > 0) throw refusals.details(faults);
      return this.details.amend(tx, actor, own.personId, version, details);
    });
  }
}
