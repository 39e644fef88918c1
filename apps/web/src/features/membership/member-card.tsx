import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatDate } from '../../ui/format';
import { QrImage } from '../../ui/qr-image';
import { StatusTag } from '../../ui/status-tag';
import classes from './member-card.module.css';
import type { Membership } from './membership.api';

/** The card: the same colours in both themes and on paper, so that it is always read alike. */
export function MemberCard({ membership }: { membership: Membership }) {
  const { t } = useTranslation('membership');
  const language = currentLanguage();
  const isIndonesian = language === 'id';
  const path = new URL(membership.cardUrl).pathname;
  return (
    <section className={classes.holder} aria-label={t('card.label', { number: membership.number })}>
      <div className={classes.card}>
        <div className={classes.words}>
          <p className={classes.group}>{isIndonesian ? membership.groupNameId : membership.groupNameEn}</p>
          <p className={classes.name}>
            <bdi>{membership.holderName}</bdi>
          </p>
          <dl className={classes.facts}>
            <div>
              <dt>{t('card.number')}</dt>
              <dd className={classes.number}>{membership.number}</dd>
            </div>
            <div>
              <dt>{t('card.grade')}</dt>
              <dd>{isIndonesian ? membership.gradeNameId : membership.gradeNameEn}</dd>
            </div>
            <div>
              <dt>{t('card.since')}</dt>
              <dd>{formatDate(membership.memberSince, language)}</dd>
            </div>
          </dl>
        </div>
        <figure className={classes.code}>
          <QrImage text={membership.cardUrl} label={t('card.qr')} size={132} />
          <figcaption>{membership.cardCode}</figcaption>
        </figure>
      </div>
      <div className={classes.below}>
        <StatusTag tone={membership.isGood ? 'good' : 'bad'}>{t(`status.${membership.status}`)}</StatusTag>
        <a href={path} className={classes.check}>
          {t('card.public')}
        </a>
        <span className={classes.address}>{membership.cardUrl}</span>
      </div>
    </section>
  );
}
