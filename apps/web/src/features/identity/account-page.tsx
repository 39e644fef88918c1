import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { LanguageSwitch } from '../../app/shell/language-switch';
import { ThemeSwitch } from '../../app/shell/theme-switch';
import { DateText } from '../../ui/date-text';
import { TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { SummaryList } from '../../ui/summary-list';
import { ChangePassword } from './change-password';
import classes from './identity.module.css';
import { SessionList } from './session-list';

/** The person's own account: who they are here, language and theme, powers with their end, sessions. */
export function AccountPage() {
  const { t } = useTranslation('identity');
  const session = useSession();
  if (!session) return null;
  return (
    <>
      <PageTitle title={t('account.title')} />
      <Stack gap="xl" className={classes.sections}>
        <SummaryList
          title={t('account.about')}
          rows={[
            { key: 'name', label: t('field.fullName'), value: session.person.fullName },
            { key: 'email', label: t('field.email'), value: session.account.email },
            {
              key: 'confirmed',
              label: t('account.confirmed'),
              value: session.account.emailConfirmed ? t('account.yes') : t('account.notYet'),
            },
            { key: 'language', label: t('account.language'), value: <LanguageSwitch /> },
            { key: 'theme', label: t('account.theme'), value: <ThemeSwitch withWords /> },
          ]}
        />
        {session.powers.length > 0 && (
          <SummaryList
            title={t('account.powers')}
            rows={session.powers.map((held) => ({
              key: `${held.power}-${held.groupId}`,
              label: held.groupName,
              value: held.until ? (
                <>
                  {held.name}, {t('account.until')} <DateText value={held.until} />
                </>
              ) : (
                held.name
              ),
            }))}
          />
        )}
        <p>
          <TextLink to="/account/privacy">{t('account.privacy')}</TextLink>
        </p>
        <ChangePassword />
        <SessionList />
      </Stack>
    </>
  );
}
