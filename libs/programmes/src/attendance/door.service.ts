import { Injectable } from '@nestjs/common';
import { Clock, forbidden, notFound, Settings, type Actor } from '@himpun/kernel';
import { mayRecordAttendance, maySeeActivity } from '../activity/activity.access';
import { RegistrationQueries, type RosterLine } from '../registration/registrations.queries';
import { DoorQueries, type DoorActivity } from './door.queries';
import { roomCode } from './room-code';

/** What the staff at the door may see. */
@Injectable()
export class Door {
  constructor(
    private readonly queries: DoorQueries,
    private readonly registrations: RegistrationQueries,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Who is registered and who came; `q` narrows by name.
   * @throws activity.not_found, check_in.forbidden
   */
  async roster(actor: Actor, activityId: string, q: string): Promise<RosterLine[]> {
    await this.admitted(actor, activityId);
    return this.registrations.roster(activityId, q.trim());
  }

  /**
   * The code to show in the room now, and when the next one comes.
   * @throws activity.not_found, session.not_found, check_in.forbidden
   */
  async roomCode(
    actor: Actor,
    activityId: string,
    sessionId: string,
  ): Promise<{ code: string; changesAt: Date }> {
    const { sessions } = await this.admitted(actor, activityId);
    if (!sessions.some((session) => session.id === sessionId)) throw notFound('session');
    return roomCode(this.settings.secret, sessionId, this.clock.now());
  }

  private async admitted(actor: Actor, activityId: string): Promise<DoorActivity> {
    const activity = await this.queries.activity(activityId);
    if (!maySeeActivity(actor, activity)) throw notFound('activity');
    if (!mayRecordAttendance(actor, activity)) throw forbidden('check_in');
    return activity;
  }
}
