import { type DateParts, datePartsOf, isNoDate, isoDateOf } from '../../ui/form/date-parts';
import { toE164 } from '../../ui/form/phone';
import type { Details, DetailsBody } from './apply.api';

/** The details as the page holds them: as typed. */
export interface DetailsValues {
  fullName: string;
  titleBefore: string;
  titleAfter: string;
  certificateName: string;
  birthDate: DateParts;
  phone: string;
}

type Stored = Pick<
  Details,
  'fullName' | 'titleBefore' | 'titleAfter' | 'certificateName' | 'birthDate' | 'phone'
>;

export function detailsValues(details: Stored): DetailsValues {
  return {
    fullName: details.fullName,
    titleBefore: details.titleBefore ?? '',
    titleAfter: details.titleAfter ?? '',
    certificateName: details.certificateName ?? '',
    birthDate: datePartsOf(details.birthDate),
    phone: details.phone ?? '',
  };
}

/** What is saved while somebody types: what is not yet a date, number or name leaves the stored one as it is. */
export function detailsBody(values: DetailsValues, stored: Stored): DetailsBody {
  const { birthDate, phone } = values;
  return {
    fullName: values.fullName.trim() || stored.fullName,
    titleBefore: values.titleBefore.trim() || null,
    titleAfter: values.titleAfter.trim() || null,
    certificateName: values.certificateName.trim() || null,
    birthDate: isoDateOf(birthDate) ?? (isNoDate(birthDate) ? null : stored.birthDate),
    phone: toE164(phone) ?? (phone.trim() === '' ? null : stored.phone),
  };
}
