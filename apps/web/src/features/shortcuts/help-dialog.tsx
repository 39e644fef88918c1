import { Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { offered } from './registry';
import classes from './shortcuts.module.css';
import { switchShortcuts, useShortcutsOn } from './switch';

/** Every shortcut that works on this page, and the switch for all of them. */
export default function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shortcuts');
  const isOn = useShortcutsOn();
  return (
    <Dialog isOpen onClose={onClose} title={t('help.title')} size="lg">
      <Switch
        label={t('help.switch')}
        description={t('help.switchHint')}
        checked={isOn}
        onChange={(event) => switchShortcuts(event.currentTarget.checked)}
      />
      {offered().map(({ title, shortcuts }) => (
        <section key={title} className={classes.set}>
          <h3>{title}</h3>
          <dl>
            {shortcuts.map(({ keys, label }) => (
              <div key={keys}>
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Text c="dimmed" size="sm" mt="md">
        {t('help.never')}
      </Text>
    </Dialog>
  );
}

function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation('shortcuts');
  return keys.split(' ').map((press, place) => (
    <span key={press}>
      {place > 0 && <> {t('help.then')} </>}
      {press.split('+').map((key, index) => (
        <span key={key}>
          {index > 0 && ' + '}
          <kbd>{NAMES[key] ?? key.toUpperCase()}</kbd>
        </span>
      ))}
    </span>
  ));
}

const NAMES: Record<string, string> = { mod: 'Ctrl', enter: 'Enter', escape: 'Esc', '': '+' };
