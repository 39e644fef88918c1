import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { CompareFields } from '../../ui/compare-fields';
import type { Pair } from './duplicates.api';

/** What each of the two has, kind by kind. */
export function HeldTable({ held }: { held: Pair['held'] }) {
  const { t } = useTranslation('duplicates');
  const language = currentLanguage();
  const words = (lines: readonly string[], count: number): string =>
    lines.length === 0
      ? String(count)
      : lines.length < count
        ? `${lines.join('; ')} … (${count})`
        : lines.join('; ');
  if (held.length === 0) return null;
  return (
    <CompareFields
      caption={t('pair.held')}
      claimedBy={t('pair.first')}
      foundBy={t('pair.second')}
      fields={held.map((line, place) => ({
        key: String(place),
        label: line.label[language],
        claimed: words(line.first, line.firstCount),
        found: words(line.second, line.secondCount),
        verdict: 'unknown',
      }))}
    />
  );
}
