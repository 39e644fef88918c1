import { Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { EmptyState } from '../../ui/empty-state';
import { formatBytes } from '../../ui/format';
import { LoadingState } from '../../ui/loading-state';
import type { EvidenceFile } from './review.api';
import classes from './evidence.module.css';
import { ImageView } from './image-view';
import type { ShownEvidence } from './use-evidence';

// A megabyte that only a case with documents needs.
const PdfView = lazy(() => import('./pdf/pdf-view'));

interface EvidenceViewerProps {
  applicationId: string;
  files: readonly EvidenceFile[];
  evidence: ShownEvidence;
}

/** The uploaded evidence: a list of files, and the chosen one to look at inside the page. */
export function EvidenceViewer({ applicationId, files, evidence }: EvidenceViewerProps) {
  const { file: shown, show, markSeen } = evidence;
  const { t } = useTranslation('review');
  if (!shown)
    return <EmptyState kind="nothing-yet" title={t('evidence.none')} text={t('evidence.noneText')} />;
  const unseen = files.filter(({ isSeen }) => !isSeen).length;
  return (
    <>
      <h2 className={classes.heading}>{t('case.evidence')}</h2>
      {files.length > 1 && (
        <p className={classes.progress}>
          {unseen === 0 ? t('evidence.allSeen') : t('evidence.unseenCount', { count: unseen })}
        </p>
      )}
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.id}>
            <button type="button" aria-pressed={file.id === shown.id} onClick={() => show(file.id)}>
              <span>{file.name}</span>
              <small>
                {formatBytes(file.size, currentLanguage())} · <Seen isSeen={file.isSeen} />
              </small>
            </button>
          </li>
        ))}
      </ul>
      <figure className={classes.viewer}>
        <figcaption>
          <strong>{shown.name}</strong>
          <small title={shown.sha256}>{t('evidence.hash', { hash: shown.sha256.slice(0, 12) })}</small>
          {!shown.isSeen && (
            <Button size="compact-sm" variant="subtle" onClick={markSeen}>
              {t('evidence.actions.markSeen')}
            </Button>
          )}
        </figcaption>
        {shown.mediaType === 'application/pdf' ? (
          <Suspense fallback={<LoadingState lines={6} />}>
            <PdfView key={shown.id} file={shown} applicationId={applicationId} onSeen={markSeen} />
          </Suspense>
        ) : (
          <ImageView key={shown.id} file={shown} applicationId={applicationId} onSeen={markSeen} />
        )}
      </figure>
    </>
  );
}

function Seen({ isSeen }: { isSeen: boolean }) {
  const { t } = useTranslation('review');
  const Icon = isSeen ? IconEye : IconEyeOff;
  return (
    <span className={classes.seen} data-new={!isSeen || undefined}>
      <Icon size={14} aria-hidden />
      {isSeen ? t('evidence.seen') : t('evidence.unseen')}
    </span>
  );
}
