import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PersonHoldings } from '@himpun/database';
import { CertificatesModule } from '@himpun/certificates';
import { GroupsModule } from '@himpun/groups';
import { MembershipModule } from '@himpun/membership';
import { Activities } from './activity/activities.service';
import { ActivityQueries } from './activity/activities.queries';
import { ActivityCredit } from './activity/activity-credit.entity';
import { ActivityPlaces } from './activity/activity-places.entity';
import { ActivitySession } from './activity/activity-session.entity';
import { Activity } from './activity/activity.entity';
import { Capacity } from './activity/capacity.service';
import { AttendanceCompletion } from './attendance/attendance-completion';
import { Attendance } from './attendance/attendance.entity';
import { CheckIns } from './attendance/check-ins.service';
import { DoorQueries } from './attendance/door.queries';
import { Door } from './attendance/door.service';
import { CreditDomain } from './credit/credit-domain.entity';
import { CreditEntry } from './credit/credit-entry.entity';
import { CreditLedger } from './credit/credit-ledger';
import { CreditTarget } from './credit/credit-target.entity';
import { CreditQueries } from './credit/credits.queries';
import { MemberStanding } from './registration/member-standing';
import { Registration } from './registration/registration.entity';
import { TrainerCandidates } from './activity/trainer-candidates.queries';
import { RegistrationCertificates } from './registration/registration-certificates.service';
import { RegistrationLetters } from './registration/registration-letters.queries';
import { RegistrationQueries } from './registration/registrations.queries';
import { Registrations } from './registration/registrations.service';
import { PROGRAMMES_HOLDINGS } from './programmes.holdings';

const ENTITIES = [
  Activity,
  ActivityCredit,
  ActivityPlaces,
  ActivitySession,
  Attendance,
  CreditDomain,
  CreditEntry,
  CreditTarget,
  Registration,
];

/** Activities, places, attendance and credits. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), GroupsModule, CertificatesModule, MembershipModule],
  providers: [
    Activities,
    ActivityQueries,
    AttendanceCompletion,
    Capacity,
    CheckIns,
    CreditLedger,
    CreditQueries,
    Door,
    DoorQueries,
    MemberStanding,
    RegistrationCertificates,
    TrainerCandidates,
    RegistrationLetters,
    RegistrationQueries,
    Registrations,
  ],
  exports: [
    Activities,
    ActivityQueries,
    Capacity,
    CheckIns,
    CreditQueries,
    Door,
    RegistrationCertificates,
    TrainerCandidates,
    RegistrationLetters,
    RegistrationQueries,
    Registrations,
  ],
})
export class ProgrammesModule {
  constructor(holdings: PersonHoldings) {
    holdings.add(...PROGRAMMES_HOLDINGS);
  }
}
