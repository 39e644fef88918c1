import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './check.module.css';
import { fieldsOf } from './fields-of';

interface SignedFieldsProps {
  code: string;
  credential: Record<string, unknown>;
}

/** Everything that the signature covers, and the file itself for another verifier. */
export function SignedFields({ code, credential }: SignedFieldsProps) {
  const { t } = useTranslation('check');
  return (
    <section className={classes.signed} aria-labelledby="signed">
      <h2 id="signed">{t('signed.title')}</h2>
      <p>{t('signed.text')}</p>
      <Button
        component="a"
        variant="default"
        href={`/api/public/checks/${encodeURIComponent(code)}/credential.json`}
        download={`${code}.json`}
        leftSection={<IconDownload size={18} aria-hidden />}
        data-no-print
      >
        {t('actions.download')}
      </Button>
      <details className={classes.fields}>
        <summary>{t('signed.all')}</summary>
        <dl>
          {fieldsOf(credential).map(({ path, value }) => (
            <div key={path}>
              <dt>{path}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
