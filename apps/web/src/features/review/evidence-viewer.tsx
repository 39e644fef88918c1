import { Button, Group } from '@mantine/core';
import { IconDownload, IconMinus, IconPlus, IconRotateClockwise } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { EmptyState } from '../../ui/empty-state';
import { formatBytes } from '../../ui/format';
import type { EvidenceFile } from './review.api';
import classes from './evidence.module.css';

interface EvidenceViewerProps {
  files: EvidenceFile[];
  shownId: string | undefined;
  onShow: (fileId: string) => void;
}

/** The uploaded evidence: a list of files, and the chosen one to look at inside the page. */
export function EvidenceViewer({ files, shownId, onShow }: EvidenceViewerProps) {
  const { t } = useTranslation('review');
  const shown = files.find(({ id }) => id === shownId) ?? files[0];
  if (!shown)
    return <EmptyState kind="nothing-yet" title={t('evidence.none')} text={t('evidence.noneText')} />;
  return (
    <>
      <h2 className={classes.heading}>{t('case.evidence')}</h2>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.id}>
            <button type="button" aria-pressed={file.id === shown.id} onClick={() => onShow(file.id)}>
              <span>{file.name}</span>
              <small>{formatBytes(file.size, currentLanguage())}</small>
            </button>
          </li>
        ))}
      </ul>
      <FileView key={shown.id} file={shown} />
    </>
  );
}

const LEAST_ZOOM = 50;
const MOST_ZOOM = 300;
const ZOOM_STEP = 25;

function FileView({ file }: { file: EvidenceFile }) {
  const { t } = useTranslation('review');
  const [zoom, setZoom] = useState(100);
  const [turn, setTurn] = useState(0);
  const isImage = file.mediaType.startsWith('image/');
  const address = `/api/files/${file.id}/view`;
  return (
    <figure className={classes.viewer}>
      <figcaption>
        <strong>{file.name}</strong>
        <small title={file.sha256}>{t('evidence.hash', { hash: file.sha256.slice(0, 12) })}</small>
      </figcaption>
      <Group gap="xs" className={classes.tools}>
        {isImage && (
          <>
            <Tool
              label={t('evidence.zoomOut')}
              icon={IconMinus}
              onClick={() => setZoom(Math.max(LEAST_ZOOM, zoom - ZOOM_STEP))}
            />
            <output aria-label={t('evidence.zoom')}>{zoom} %</output>
            <Tool
              label={t('evidence.zoomIn')}
              icon={IconPlus}
              onClick={() => setZoom(Math.min(MOST_ZOOM, zoom + ZOOM_STEP))}
            />
            <Tool
              label={t('evidence.rotate')}
              icon={IconRotateClockwise}
              onClick={() => setTurn((turn + 90) % 360)}
            />
          </>
        )}
        <Button
          component="a"
          href={`/api/files/${file.id}`}
          download
          variant="subtle"
          size="sm"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('evidence.download')}
        </Button>
      </Group>
      {isImage ? (
        <div className={classes.canvas} tabIndex={0} role="region" aria-label={file.name}>
          <img
            src={address}
            alt={t('evidence.imageOf', { name: file.name })}
            style={{ width: `${zoom}%`, transform: `rotate(${turn}deg)` }}
          />
        </div>
      ) : (
        <iframe className={classes.document} src={address} title={file.name} />
      )}
    </figure>
  );
}

interface ToolProps {
  label: string;
  icon: typeof IconPlus;
  onClick: () => void;
}

function Tool({ label, icon: Icon, onClick }: ToolProps) {
  return (
    <Button variant="default" size="sm" px="xs" aria-label={label} title={label} onClick={onClick}>
      <Icon size={18} aria-hidden />
    </Button>
  );
}
