import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/client';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import type { Application } from './apply.api';
import { taskPath } from './task-status';
import { useText } from './use-text';

/** Why an application cannot be sent yet: every gap is a link to the section that closes it. */
export function Gaps({ error, application }: { error: unknown; application: Application }) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  const box = useRef<HTMLDivElement>(null);
  const problem = asProblem(error);
  useEffect(() => box.current?.focus(), [error]);
  if (problem.code !== 'application.incomplete') return <ErrorState error={error} />;
  const places = new Map(
    application.tasks.map((task) => [
      task.requirement.id,
      { title: said(task.requirement.title), path: taskPath(application.id, task) },
    ]),
  );
  const details = { title: t('details.title'), path: `/applications/${application.id}/details` };
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      mb="lg"
      icon={<IconAlertTriangle aria-hidden />}
      title={problem.detail}
    >
      <ul>
        {problem.fields.map(({ field, code, message }) => {
          const place = places.get(field) ?? details;
          return (
            <li key={field + code}>
              <TextLink to={place.path}>{place.title}</TextLink>: {message}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
