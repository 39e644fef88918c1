import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText, DateTimeText } from '../../ui/date-text';
import { LinkButton, TextLink } from '../../ui/links';
import { StatusTag } from '../../ui/status-tag';
import type { OwnCredential } from './credentials.api';
import { CredentialHistory } from './credential-history';
import { CredentialSummary } from './credential-summary';
import classes from './credentials.module.css';
import { endsSoon, ownState, toneOf } from './own-credential-state';

/** One credential: state, last day, newest checks, what rests on it; its claim and history to open. */
export function OwnCredentialCard({ own }: { own: OwnCredential }) {
  const { t } = useTranslation('credentials');
  const { credential, lastDay, isOver, checks, uses, history } = own;
  const { kind, claim } = credential;
  const state = ownState(own);
  return (
    <li id={credential.id} className={classes.credential}>
      <div className={classes.head}>
        <h2>
          {t(`kind.${kind}`)} <bdi>{nameOf(credential)}</bdi>
        </h2>
        <StatusTag tone={toneOf(state)}>{t(`own.state.${state}`)}</StatusTag>
      </div>
      <p>
        {t(`own.stateText.${state}`)}
        {lastDay && (
          <>
            {' '}
            {t(isOver ? 'own.wasUntil' : 'own.until')} <DateText value={lastDay} />.
          </>
        )}
        {!lastDay && claim.validUntil === null && kind === 'licence' && credential.state === 'presented' && (
          <> {t('own.forLife')}</>
        )}
      </p>
      <Renewal own={own} />
      {checks.length > 0 && (
        <>
          <h3>{t('own.checks')}</h3>
          <ul className={classes.plain}>
            {checks.map((check) => (
              <li key={check.source}>
                {check.sourceName[currentLanguage()]}: {t(`own.outcome.${outcomeOf(check)}`)}
                {check.endedAt && (
                  <span className={classes.under}>
                    <DateTimeText value={check.endedAt} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('own.uses')}</h3>
      <Uses uses={uses} />
      <details className={classes.more}>
        <summary>{t('own.claim')}</summary>
        <CredentialSummary credentialId={credential.id} />
      </details>
      <details className={classes.more}>
        <summary>{t('own.history')}</summary>
        <CredentialHistory history={history} />
      </details>
    </li>
  );
}

function Renewal({ own: { credential, renewal, isRenewable, lastDay } }: { own: OwnCredential }) {
  const { t } = useTranslation('credentials');
  const { id } = credential;
  if (renewal?.state === 'confirmed') return null;
  const isDraft = renewal?.state === 'draft';
  return (
    <>
      {renewal && <p className={classes.note}>{t(`own.renewal.${renewal.state}`)}</p>}
      {(isRenewable || isDraft) && (
        <LinkButton
          to="/credentials/$credentialId/renewal"
          params={{ credentialId: id }}
          variant={isDraft || endsSoon(lastDay, Date.now()) ? 'filled' : 'default'}
        >
          {t(isDraft ? 'own.goOn' : 'own.renew')}
        </LinkButton>
      )}
    </>
  );
}

function Uses({ uses }: Pick<OwnCredential, 'uses'>) {
  const { t } = useTranslation('credentials');
  if (uses.length === 0) return <p className={classes.quiet}>{t('own.noUses')}</p>;
  return (
    <ul className={classes.plain}>
      {uses.map((use) => {
        const group = currentLanguage() === 'id' ? use.groupNameId : use.groupNameEn;
        return (
          <li key={use.applicationId}>
            {use.memberNumber !== null ? (
              <TextLink to="/memberships">
                {t('own.membership', { group, number: use.memberNumber })}
              </TextLink>
            ) : (
              <TextLink to="/applications/$applicationId" params={{ applicationId: use.applicationId }}>
                {t('own.application', { group, reference: use.reference })}
              </TextLink>
            )}
            {use.isPast && <span className={classes.under}>{t('own.past')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function nameOf({ claim: { number, title, institution } }: OwnCredential['credential']): string {
  return number ?? title ?? institution ?? '';
}

function outcomeOf({ runState, outcome }: OwnCredential['checks'][number]): string {
  if (runState === 'queued' || runState === 'running') return 'running';
  return outcome ?? 'unanswered';
}
