import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconInfoCircle,
} from '@tabler/icons-react';
import classes from './status-tag.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'waiting';

interface StatusTagProps {
  tone: Tone;
  /** The status in one or two words, sentence case. */
  children: string;
  size?: 'md' | 'lg';
}

const ICON = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  info: IconInfoCircle,
  waiting: IconClock,
};

/** A status by icon, word and colour: never by colour alone. */
export function StatusTag({ tone, children, size = 'md' }: StatusTagProps) {
  const Icon = ICON[tone];
  return (
    <span className={classes.tag} data-tone={tone} data-size={size}>
      <Icon size={size === 'lg' ? 24 : 18} aria-hidden />
      {children}
    </span>
  );
}
