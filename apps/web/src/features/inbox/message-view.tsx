import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { messageQuery } from './inbox.api';
import classes from './inbox.module.css';

/** One mail as plain text; its links can be followed. */
export function MessageView({ id }: { id: string }) {
  const { t } = useTranslation('inbox');
  const { data, error, refetch } = useQuery(messageQuery(id));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (data) heading.current?.focus();
  }, [data]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <article className={classes.message}>
      <h2 ref={heading} tabIndex={-1}>
        {data.subject}
      </h2>
      <p className={classes.meta}>
        {t('to', { email: data.to })}
        <br />
        <DateTimeText value={data.sentAt} />
      </p>
      <div className={classes.text}>{linked(data.text)}</div>
    </article>
  );
}

/** The text with its web addresses as links. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, place) =>
    place % 2 === 1 ? (
      <a key={place} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
