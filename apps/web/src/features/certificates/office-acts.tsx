import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from './certificates.api';
import classes from './certificates.module.css';
import { CorrectionDialog } from './correction-dialog';

const REVOCABLE = ['valid', 'expired', 'suspended', 'being_issued'];
const REPLACEABLE = ['valid', 'expired', 'suspended', 'revoked'];

/** What an officer may do to somebody else's certificate: revoke it, or put a corrected one in its place. */
export function OfficeActs({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const [asked, setAsked] = useState<'revoke' | 'replace' | null>(null);
  const { state, mayRevoke, replacedById } = certificate;
  const mayBeReplaced = REPLACEABLE.includes(state) && replacedById === null;
  if (!mayRevoke || (!REVOCABLE.includes(state) && !mayBeReplaced)) return null;
  return (
    <section className={classes.files} aria-labelledby="office">
      <h2 id="office">{t('office.title')}</h2>
      <p>{t('office.text')}</p>
      <Group gap="sm">
        {mayBeReplaced && (
          <Button variant="default" onClick={() => setAsked('replace')}>
            {t('office.actions.replace')}
          </Button>
        )}
        {REVOCABLE.includes(state) && (
          <Button variant="default" onClick={() => setAsked('revoke')}>
            {t('office.actions.revoke')}
          </Button>
        )}
      </Group>
      {asked && <CorrectionDialog act={asked} certificate={certificate} onClose={() => setAsked(null)} />}
    </section>
  );
}
