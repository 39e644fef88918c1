import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/language';
import { formatDate, formatDateTime, formatMoney } from './format';

interface DateTextProps {
  /** ISO 8601: a calendar date or an instant. */
  value: string;
  style?: 'long' | 'short';
}

/** A date in words, readable by machines too. */
export function DateText({ value, style }: DateTextProps) {
  useTranslation();
  return <time dateTime={value}>{formatDate(value, currentLanguage(), style)}</time>;
}

/** An instant in words with its zone: "21 November 2026 pukul 14.05 WIB". */
export function DateTimeText({ value }: { value: string }) {
  useTranslation();
  return <time dateTime={value}>{formatDateTime(value, currentLanguage())}</time>;
}

/** Whole rupiah. */
export function MoneyText({ rupiah }: { rupiah: number }) {
  useTranslation();
  return <data value={rupiah}>{formatMoney(rupiah, currentLanguage())}</data>;
}

interface PersonNameProps {
  fullName: string;
  titleBefore?: string | null;
  titleAfter?: string | null;
}

/** A person's name with titles around it. `bdi` keeps names in other scripts from turning the line. */
export function PersonName({ fullName, titleBefore, titleAfter }: PersonNameProps) {
  return (
    <bdi>
      {titleBefore ? `${titleBefore} ` : ''}
      {fullName}
      {titleAfter ? `, ${titleAfter}` : ''}
    </bdi>
  );
}
