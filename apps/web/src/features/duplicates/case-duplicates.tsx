import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links';
import { caseDuplicatesQuery } from './duplicates.api';
import classes from './duplicates.module.css';
import { ReasonList } from './reason-list';

interface CaseDuplicatesProps {
  applicationId: string;
  /** Whose case it is. */
  personName: string;
}

/** On a case: the applicant may be somebody who is on record already. */
export function CaseDuplicates({ applicationId, personName }: CaseDuplicatesProps) {
  const { t } = useTranslation('duplicates');
  const { data = [] } = useQuery(caseDuplicatesQuery(applicationId));
  if (data.length === 0) return null;
  return (
    <Alert color="yellow" mb="lg" role="note">
      <h2 className={classes.notice}>{t('case.title', { name: personName, count: data.length })}</h2>
      <ul className={classes.moves}>
        {data.map((line) => (
          <li key={line.id}>
            <TextLink to="/duplicates/$suspicionId" params={{ suspicionId: line.id }}>
              {t('case.compare', { first: line.first.fullName, second: line.second.fullName })}
            </TextLink>
            <ReasonList reasons={line.reasons} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}
