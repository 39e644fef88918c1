import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type Toast, dismiss, toastStore } from './toast';
import classes from './toast-region.module.css';
import { useProblemText } from './use-problem-text';

const ICON = { good: IconCheck, info: IconInfoCircle, bad: IconAlertTriangle };

/** Where toasts appear; a polite live region that F6 reaches. Stands once, in the shell. */
export function ToastRegion() {
  const { t } = useTranslation('ui');
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const first = region.current?.querySelector('button');
      if (event.key !== 'F6' || !first) return;
      event.preventDefault();
      first.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <section ref={region} className={classes.region} aria-label={t('toast.region')} data-no-print>
      <div role="status" aria-live="polite">
        {toasts.map((shown) => (
          <ToastCard key={shown.id} shown={shown} />
        ))}
      </div>
    </section>
  );
}

function ToastCard({ shown }: { shown: Toast }) {
  const { t } = useTranslation('ui');
  const { text, reference } = useProblemText(shown.problem);
  const Icon = ICON[shown.tone];
  return (
    <div className={classes.toast} data-tone={shown.tone}>
      <Icon size={20} aria-hidden />
      <p>
        {shown.problem ? text : shown.message}
        {reference && <small>{t('error.reference', { reference })}</small>}
      </p>
      {shown.action && (
        <button
          type="button"
          className={classes.action}
          onClick={() => {
            shown.action?.run();
            dismiss(shown.id);
          }}
        >
          {shown.action.label}
        </button>
      )}
      <button type="button" aria-label={t('toast.actions.close')} onClick={() => dismiss(shown.id)}>
        <IconX size={18} aria-hidden />
      </button>
    </div>
  );
}
