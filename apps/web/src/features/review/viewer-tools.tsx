import { Button, Group } from '@mantine/core';
import { IconDownload, IconMinus, IconPlus, IconRotateClockwise } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../shortcuts';
import type { EvidenceFile } from './review.api';
import classes from './evidence.module.css';

const LEAST_ZOOM = 50;
const MOST_ZOOM = 300;
const ZOOM_STEP = 25;

/** How a file is looked at. */
export interface Look {
  /** Percent of the width of its place. */
  zoom: number;
  /** Degrees clockwise: 0, 90, 180 or 270. */
  turn: number;
  zoomIn: () => void;
  zoomOut: () => void;
  rotate: () => void;
}

/** Zoom and turn of one file, by button and key. */
export function useLook(): Look {
  const { t } = useTranslation('review');
  const [zoom, setZoom] = useState(100);
  const [turn, setTurn] = useState(0);
  const look: Look = {
    zoom,
    turn,
    zoomIn: () => setZoom((now) => Math.min(MOST_ZOOM, now + ZOOM_STEP)),
    zoomOut: () => setZoom((now) => Math.max(LEAST_ZOOM, now - ZOOM_STEP)),
    rotate: () => setTurn((now) => (now + 90) % 360),
  };
  useShortcuts(t('keys.viewer'), [
    { keys: '+', label: t('evidence.zoomIn'), run: look.zoomIn },
    { keys: '-', label: t('evidence.zoomOut'), run: look.zoomOut },
    { keys: 'r', label: t('evidence.rotate'), run: look.rotate },
  ]);
  return look;
}

interface ViewerToolsProps {
  look: Look;
  file: EvidenceFile;
  /** Tools of this kind of file alone. */
  children?: ReactNode;
}

/** Zoom, turn, and the original to save. */
export function ViewerTools({ look, file, children }: ViewerToolsProps) {
  const { t } = useTranslation('review');
  return (
    <Group gap="xs" className={classes.tools}>
      <Tool label={t('evidence.zoomOut')} icon={IconMinus} onClick={look.zoomOut} />
      <output aria-label={t('evidence.zoom')}>{look.zoom} %</output>
      <Tool label={t('evidence.zoomIn')} icon={IconPlus} onClick={look.zoomIn} />
      <Tool label={t('evidence.rotate')} icon={IconRotateClockwise} onClick={look.rotate} />
      {children}
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
