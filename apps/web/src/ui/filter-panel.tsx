import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-panel.module.css';

/** One filter that is in force. */
export interface AppliedFilter {
  key: string;
  label: string;
  /** Its value in words. */
  value: string;
}

interface FilterPanelProps {
  /** Fields of `ui/form`. */
  children: ReactNode;
  applied: AppliedFilter[];
  /** Unfolded from the start, where one comes to search. */
  isOpen?: boolean;
  /** Writes the fields' values to the address. */
  onApply: () => void;
  onRemove: (key: string) => void;
  onClear: () => void;
}

/** Filters that fold away, and a chip for each in force: removable one by one or all together (UX 31). */
export function FilterPanel({
  children,
  applied,
  isOpen = false,
  onApply,
  onRemove,
  onClear,
}: FilterPanelProps) {
  const { t } = useTranslation('ui');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply();
  };
  return (
    <search className={classes.panel} data-no-print>
      <details open={isOpen || applied.length > 0}>
        <summary>
          {applied.length > 0 ? t('filter.titleCount', { count: applied.length }) : t('filter.title')}
        </summary>
        <form onSubmit={submit} className={classes.form}>
          {children}
          <Button type="submit" variant="default">
            {t('filter.actions.apply')}
          </Button>
        </form>
      </details>
      {applied.length > 0 && (
        <ul className={classes.chips} aria-label={t('filter.applied')}>
          {applied.map((filter) => (
            <li key={filter.key}>
              <button type="button" onClick={() => onRemove(filter.key)}>
                {filter.label}: {filter.value}
                <IconX size={16} aria-label={t('filter.remove')} />
              </button>
            </li>
          ))}
          <li>
            <Button variant="subtle" size="compact-sm" onClick={onClear}>
              {t('filter.actions.clear')}
            </Button>
          </li>
        </ul>
      )}
    </search>
  );
}
