import { Button, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../../ui/loading-state';
import { useShortcuts } from '../../shortcuts';
import type { FileViewProps } from '../image-view';
import { NoteLayer } from '../notes/note-layer';
import { NotePanel } from '../notes/note-panel';
import { useFileNotes } from '../notes/use-file-notes';
import { useLook, ViewerTools } from '../viewer-tools';
import { PageCanvas } from './page-canvas';
import classes from './pdf.module.css';
import { useDocument, useFinds } from './use-document';

/** A document of evidence: pages, zoom, turn, search in its text, notes pinned on it. */
export default function PdfView({ file, applicationId, onSeen }: FileViewProps) {
  const { t } = useTranslation('review');
  const look = useLook();
  const [number, setNumber] = useState(1);
  const [query, setQuery] = useState('');
  const notes = useFileNotes(applicationId, file.id, number);
  const shown = useRef(new Set<number>());
  const searchId = useId();
  const { pdf, hasFailed } = useDocument(`/api/files/${file.id}/view`);
  const finds = useFinds(pdf, query);
  const last = pdf?.numPages ?? 1;
  const goTo = (page: number) => setNumber(Math.min(last, Math.max(1, page)));
  useShortcuts(t('keys.document'), [
    { keys: 'f', label: t('keys.searchDocument'), run: () => document.getElementById(searchId)?.focus() },
    ...(last > 1
      ? [
          { keys: '.', label: t('keys.nextPage'), run: () => goTo(number + 1) },
          { keys: ',', label: t('keys.previousPage'), run: () => goTo(number - 1) },
        ]
      : []),
  ]);
  const nextFind = (event: FormEvent) => {
    event.preventDefault();
    const after = Array.from({ length: last }, (_, index) => ((number + index) % last) + 1);
    goTo(after.find((page) => (finds?.[page - 1] ?? 0) > 0) ?? number);
  };
  const noteShown = () => {
    shown.current.add(number);
    if (shown.current.size === last) onSeen();
  };
  const showNote = (page: number, noteId: string) => {
    goTo(page);
    // Its marker comes with the page.
    setTimeout(() => document.getElementById(`note-${noteId}`)?.focus(), page === number ? 0 : MARKER_MS);
  };
  const label = t('evidence.pageOf', { page: number, pages: last, name: file.name });
  return (
    <>
      <ViewerTools look={look} file={file} />
      {hasFailed && (
        <p role="alert" className={classes.failed}>
          {t('evidence.failed')}
        </p>
      )}
      {!pdf && !hasFailed && <LoadingState lines={8} />}
      {pdf && (
        <>
          <form role="search" className={classes.search} onSubmit={nextFind}>
            <TextInput
              id={searchId}
              type="search"
              size="sm"
              autoComplete="off"
              label={t('evidence.search')}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
            <Button type="submit" size="sm" variant="default">
              {t('evidence.actions.nextFind')}
            </Button>
            <p role="status">{query.trim() !== '' && <Found finds={finds} />}</p>
          </form>
          <div className={classes.columns} data-many={last > 1 || undefined}>
            {last > 1 && <PageList number={number} last={last} finds={finds} onGo={goTo} />}
            <PageCanvas pdf={pdf} number={number} look={look} query={query} label={label} onDrawn={noteShown}>
              <NoteLayer notes={notes} page={number} turn={look.turn} />
            </PageCanvas>
          </div>
          <NotePanel notes={notes} onShow={showNote} />
        </>
      )}
    </>
  );
}

/** A page is drawn within this. */
const MARKER_MS = 400;

function Found({ finds }: { finds: number[] | null }) {
  const { t } = useTranslation('review');
  if (!finds) return t('evidence.searching');
  const count = finds.reduce((sum, found) => sum + found, 0);
  return count === 0 ? t('evidence.notFound') : t('evidence.found', { count });
}

interface PageListProps {
  number: number;
  last: number;
  finds: number[] | null;
  onGo: (page: number) => void;
}

function PageList({ number, last, finds, onGo }: PageListProps) {
  const { t } = useTranslation('review');
  return (
    <nav className={classes.pages} aria-label={t('evidence.pages')}>
      <button
        type="button"
        aria-label={t('keys.previousPage')}
        disabled={number === 1}
        onClick={() => onGo(number - 1)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </button>
      <ol>
        {Array.from({ length: last }, (_, index) => index + 1).map((page) => (
          <li key={page}>
            <button
              type="button"
              aria-label={t('evidence.page', { page })}
              aria-current={page === number ? 'page' : undefined}
              data-found={(finds?.[page - 1] ?? 0) > 0 || undefined}
              onClick={() => onGo(page)}
            >
              {page}
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        aria-label={t('keys.nextPage')}
        disabled={number === last}
        onClick={() => onGo(number + 1)}
      >
        <IconChevronRight size={16} aria-hidden />
      </button>
    </nav>
  );
}
