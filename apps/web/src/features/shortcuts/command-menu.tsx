import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { type Command, useCommands } from './commands';
import classes from './shortcuts.module.css';

/** Type a few letters, go there: pages, cases and people that this person may see. */
export default function CommandMenu({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shortcuts');
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { commands, isSearching } = useCommands(text);
  const place = Math.min(chosen, Math.max(0, commands.length - 1));

  const go = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    void navigate({ to: command.to as string });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: commands.length - 1 }[event.key];
    if (event.key === 'Enter') go(commands[place]);
    else if (moved === undefined) return;
    else setChosen(Math.min(commands.length - 1, Math.max(0, moved)));
    event.preventDefault();
  };

  return (
    <Dialog isOpen onClose={onClose} title={t('menu.title')} size="lg">
      <TextInput
        data-autofocus
        type="search"
        role="combobox"
        aria-expanded={commands.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={commands[place] ? `${id}-${place}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        label={t('menu.label')}
        description={t('menu.hint')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className={classes.found}>
        {isSearching ? t('menu.searching') : t('menu.found', { count: commands.length })}
      </p>
      <ul id={`${id}-list`} role="listbox" aria-label={t('menu.title')} className={classes.commands}>
        {commands.map((command, index) => (
          <li
            key={command.to}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === place}
            onClick={() => go(command)}
          >
            <span>
              <bdi>{command.title}</bdi>
              {command.under && <small>{command.under}</small>}
            </span>
            <small>{t(`menu.kind.${command.kind}`)}</small>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
