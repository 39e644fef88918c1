import { useTranslation } from 'react-i18next';
import type { Faults } from '../../ui/form';
import { type ActivityFields, instantOfMoment, numberOf, sessionInstants } from './activity-form';

/** Says what is missing in the form, in the reader's words; the API says the rest. */
export function useActivityFaults(): (fields: ActivityFields, isNew: boolean) => Faults<ActivityFields> {
  const { t } = useTranslation('programmes');
  return (fields, isNew) => {
    const faults: Faults<ActivityFields> = {};
    if (isNew && !fields.groupId) faults.groupId = t('fault.group');
    if (!fields.kind) faults.kind = t('fault.kind');
    if (!fields.titleId.trim()) faults.titleId = t('fault.titleId');
    if (!fields.titleEn.trim()) faults.titleEn = t('fault.titleEn');
    if (!fields.place.trim() && !fields.link.trim()) faults.place = t('fault.venue');
    if (fields.sessions.some((session) => !sessionInstants(session, fields.zone))) {
      faults.sessions = t('fault.sessions');
    }
    if (!instantOfMoment(fields.opens, fields.zone)) faults.opens = t('fault.opens');
    if (!instantOfMoment(fields.closes, fields.zone)) faults.closes = t('fault.closes');
    const isWrong = (hours: string) => hours.trim() !== '' && !(numberOf(hours) >= 0);
    if (Object.values(fields.credits).some(isWrong)) faults.credits = t('fault.credits');
    const share = numberOf(fields.requiredShare);
    if (!Number.isInteger(share) || share < 1 || share > 100) faults.requiredShare = t('fault.share');
    const capacity = numberOf(fields.capacity);
    if (isNew && (!Number.isInteger(capacity) || capacity < 1)) faults.capacity = t('fault.capacity');
    return faults;
  };
}
