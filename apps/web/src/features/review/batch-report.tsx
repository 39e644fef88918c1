import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import type { BatchResult } from './queue-views.api';
import classes from './queue.module.css';
import { useText } from './use-text';

/** What became of a batch of which a part was refused: each such case with its reason and with who has it now. */
export function BatchReport({ result, onClose }: { result: BatchResult | null; onClose: () => void }) {
  const { t } = useTranslation('review');
  const text = useText();
  const refused = result?.items.filter((line) => line.result === 'refused') ?? [];
  return (
    <Dialog isOpen={result !== null} onClose={onClose} title={t('bulk.report')} size="lg">
      <p>
        {t('bulk.done', { count: result?.assigned ?? 0 })} {t('bulk.refused', { count: refused.length })}
      </p>
      <ul className={classes.report}>
        {refused.map((line) => (
          <li key={line.applicationId}>
            <strong>
              {line.reference ? `${line.reference} · ${line.applicantName ?? ''}` : t('bulk.unknown')}
            </strong>
            <span>{line.text && text(line.text)}</span>
            {line.assignedName && <span>{t('case.assigned', { name: line.assignedName })}</span>}
          </li>
        ))}
      </ul>
      <Button onClick={onClose}>{t('bulk.actions.close')}</Button>
    </Dialog>
  );
}
