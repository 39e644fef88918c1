import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@himpun/kernel';
import { Activities, type NewActivity } from '@himpun/programmes';
import { PLACES, TITLES } from './activities.data';
import type { Founded } from './seeded';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const WIB_OFFSET = 7 * HOUR;

/** Plans and publishes the thirty activities: each title now and again some months later. */
@Injectable()
export class ActivitiesOfTheDemo {
  constructor(
    private readonly activities: Activities,
    private readonly clock: Clock,
  ) {}

  /** @param officer an actor with `activities.manage` on every group of the demonstration. */
  async plan(officer: Actor, trainerId: string, founded: Founded): Promise<void> {
    for (let index = 0; index < 2 * TITLES.length; index += 1) {
      const id = await this.activities.draft(officer, this.activity(index, trainerId, founded));
      await this.activities.publish(officer, id);
    }
  }

  private activity(index: number, trainerPersonId: string, { groupIds }: Founded): NewActivity {
    const [kind, titleId, titleEn, hours, capacity] = TITLES[
      index % TITLES.length
    ] as (typeof TITLES)[number];
    const now = this.clock.now().getTime();
    // The first begins today, so that the door can be tried at once.
    const midnight = Math.floor((now + WIB_OFFSET) / DAY) * DAY - WIB_OFFSET;
    const firstDay = midnight + index * 5 * DAY;
    const startsAt = index === 0 ? now + HOUR : firstDay + 8 * HOUR;
    const isService = kind === 'service';
    const group = isService ? 'volunteers' : (['association', 'bandung', 'surabaya'][index % 3] as string);
    const isOnline = kind === 'seminar' && index % 2 === 1;
    return {
      groupId: groupIds[group] as string,
      kind,
      audience: isService || index % 5 === 1 ? 'public' : 'members',
      titleId,
      titleEn,
      aboutId: `${titleId}. Membawa pulang cara kerja yang dapat dipakai besok pagi; tempat terbatas supaya setiap peserta dapat berlatih.`,
      aboutEn: `${titleEn}. Take home ways of working that you can use tomorrow; places are limited so that everyone can practise.`,
      place: isOnline ? null : (PLACES[index % PLACES.length] as string),
      link: isOnline ? 'https://meet.example.org/himpun' : null,
      zone: 'Asia/Jakarta',
      trainerPersonId,
      opensAt: new Date(now - DAY),
      closesAt: new Date(startsAt + HOUR),
      requiredShare: 100,
      capacity,
      sessions: sessionsOf(startsAt, hours),
      credits: isService ? [{ domain: 'service', hours }] : [{ domain: domainOf(titleEn), hours }],
    };
  }
}

/** Up to eight hours a day, on days that follow each other. */
function sessionsOf(startsAt: number, hours: number): { startsAt: Date; endsAt: Date }[] {
  const days = Math.ceil(hours / 8);
  const each = (hours / days) * HOUR;
  return Array.from({ length: days }, (_, day) => ({
    startsAt: new Date(startsAt + day * DAY),
    endsAt: new Date(startsAt + day * DAY + each),
  }));
}

function domainOf(title: string): string {
  if (/ethics/i.test(title)) return 'ethics';
  return /leading/i.test(title) ? 'leadership' : 'practice';
}
