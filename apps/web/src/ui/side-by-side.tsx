import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './side-by-side.module.css';

interface SideBySideProps {
  /** E.g. the evidence. */
  left: ReactNode;
  leftLabel: string;
  /** E.g. the criteria. */
  right: ReactNode;
  rightLabel: string;
}

const STEP = 5;
const NARROWEST = 25;
const WIDEST = 75;

/** Two parts with a splitter for pointer and keyboard (arrows, Home, End); one under the other below 900 px. */
export function SideBySide({ left, leftLabel, right, rightLabel }: SideBySideProps) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(55);
  const move = (percent: number) => setShare(Math.round(Math.min(WIDEST, Math.max(NARROWEST, percent))));

  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowLeft: share - STEP, ArrowRight: share + STEP, Home: NARROWEST, End: WIDEST }[
      event.key
    ];
    if (target === undefined) return;
    event.preventDefault();
    move(target);
  };
  const onPointerMove = (event: PointerEvent) => {
    const bounds = box.current?.getBoundingClientRect();
    if (!bounds || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(((event.clientX - bounds.left) / bounds.width) * 100);
  };

  return (
    <div
      ref={box}
      className={classes.box}
      style={{ '--share': `${share}fr`, '--rest': `${100 - share}fr` } as object}
    >
      <section className={classes.part} aria-label={leftLabel}>
        {left}
      </section>
      <div
        className={classes.splitter}
        role="separator"
        tabIndex={0}
        aria-label={t('split.label')}
        aria-orientation="vertical"
        aria-valuenow={share}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
      <section className={classes.part} aria-label={rightLabel}>
        {right}
      </section>
    </div>
  );
}
