import { useMutation, useQuery } from '@tanstack/react-query';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui/toast';
import { type Persona, personasQuery, signInAs } from './identity.api';
import classes from './identity.module.css';

/** The made-up people of demonstration mode; one press signs in. Nothing outside that mode. */
export function Personas({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTranslation('identity');
  const { data: personas } = useQuery(personasQuery);
  const enter = useMutation({
    mutationFn: async (key: Persona['key']) => {
      await signInAs(key);
      await onDone();
    },
    onError: (error) => toast.problem(error),
  });
  if (!personas || personas.length === 0) return null;
  return (
    <section aria-labelledby="personas" className={classes.personas}>
      <h2 id="personas">{t('personas.title')}</h2>
      <p>{t('personas.text')}</p>
      <ul>
        {personas.map((persona) => (
          <li key={persona.key}>
            <button
              type="button"
              aria-disabled={enter.isPending || undefined}
              onClick={() => !enter.isPending && enter.mutate(persona.key)}
            >
              <span>
                <strong>{persona.name}</strong>
                <em>{persona.role}</em>
                <small>{persona.description}</small>
              </span>
              <IconArrowRight size={20} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
