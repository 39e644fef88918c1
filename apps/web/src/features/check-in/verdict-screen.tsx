import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatTime } from '../../ui/format';
import type { CheckIn } from './check-in.api';
import classes from './door.module.css';
import { verdictTone } from './verdict-tone';

interface VerdictScreenProps {
  answer: CheckIn;
  onNext: () => void;
  onUndo: (checkInId: string) => void;
}

const ICON = { good: IconCircleCheck, bad: IconCircleX, warn: IconAlertTriangle };

/** The verdict, over the whole screen: colour, sign and word; the thumb's reach holds "next" and "undo". */
export function VerdictScreen({ answer, onNext, onUndo }: VerdictScreenProps) {
  const { t } = useTranslation('check-in');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const tone = verdictTone(answer.verdict);
  const Icon = ICON[tone];
  const { checkIn } = answer;
  const canUndo = answer.verdict === 'in' && checkIn !== null;
  return (
    <dialog
      ref={dialog}
      className={classes.verdict}
      data-tone={tone}
      aria-labelledby="verdict"
      onClose={onNext}
    >
      <div className={classes.said}>
        <Icon size={96} stroke={1.5} aria-hidden />
        <h2 id="verdict">{t(`verdict.${answer.verdict}.title`)}</h2>
        {answer.name && (
          <p className={classes.name}>
            <bdi>{answer.name}</bdi>
          </p>
        )}
        <p>
          {answer.verdict === 'already_in' && checkIn
            ? t('verdict.already_in.byWhom', {
                time: formatTime(checkIn.at, currentLanguage()),
                by: checkIn.by ?? t('verdict.already_in.somebody'),
              })
            : t(`verdict.${answer.verdict}.text`)}
        </p>
        {answer.isComplete && <p>{t('complete')}</p>}
        <p className={classes.count}>{t('counter', { inside: answer.inside, expected: answer.expected })}</p>
      </div>
      <div className={classes.thumb}>
        {canUndo && checkIn && (
          <Button size="lg" variant="default" onClick={() => onUndo(checkIn.id)}>
            {t('actions.undo')}
          </Button>
        )}
        <Button size="lg" variant="default" data-autofocus autoFocus onClick={() => dialog.current?.close()}>
          {t('actions.next')}
        </Button>
      </div>
    </dialog>
  );
}
