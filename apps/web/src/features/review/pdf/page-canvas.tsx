import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Look } from '../viewer-tools';
import classes from './pdf.module.css';
import { findIn } from './text-search';

interface PageCanvasProps {
  pdf: PDFDocumentProxy;
  /** From 1. */
  number: number;
  look: Look;
  query: string;
  /** Names the page for those who cannot see it. */
  label: string;
  /** Once its picture is there. */
  onDrawn: () => void;
  /** What lies over the page. */
  children: ReactNode;
}

/** One page: its picture, and over it its text, to select, to be read aloud and to mark what was searched. */
export function PageCanvas({ pdf, number, look, query, label, onDrawn, children }: PageCanvasProps) {
  const { t } = useTranslation('review');
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [layer, setLayer] = useState<TextLayer | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const { zoom, turn } = look;

  useEffect(() => {
    let stop = () => undefined as void;
    let isGone = false;
    setFailed(false);
    void pdf
      .getPage(number)
      .then((page) => {
        if (isGone || !place.current || !canvas.current || !text.current) return undefined;
        const drawing = draw(
          page,
          { place: place.current, canvas: canvas.current, text: text.current },
          zoom,
          turn,
        );
        stop = drawing.stop;
        return drawing.done.then((drawn) => !isGone && setLayer(drawn));
      })
      .catch(() => !isGone && setFailed(true));
    return () => {
      isGone = true;
      stop();
      setLayer(null);
    };
  }, [pdf, number, zoom, turn]);

  const drawn = useRef(onDrawn);
  useEffect(() => {
    drawn.current = onDrawn;
  });
  useEffect(() => {
    if (layer) drawn.current();
  }, [layer]);

  useEffect(() => {
    if (!layer) return;
    const found = new Set(findIn(layer.textContentItemsStr, query).flatMap(({ pieces }) => pieces));
    layer.textDivs.forEach((piece: HTMLElement, index: number) => {
      piece.toggleAttribute('data-found', found.has(index));
    });
    text.current?.querySelector('[data-found]')?.scrollIntoView({ block: 'nearest' });
  }, [layer, query]);

  return (
    <div ref={place} className={classes.place} tabIndex={0} role="region" aria-label={label}>
      {hasFailed && <p role="alert">{t('evidence.pageFailed')}</p>}
      <div className={classes.page}>
        <canvas ref={canvas} aria-hidden />
        <div ref={text} className={classes.text} />
        {layer && children}
      </div>
    </div>
  );
}

interface Parts {
  place: HTMLElement;
  canvas: HTMLCanvasElement;
  text: HTMLElement;
}

/** Draws a page as wide as its place, times the zoom; sharp on every screen. */
function draw(page: PDFPageProxy, { place, canvas, text }: Parts, zoom: number, turn: number) {
  const rotation = (page.rotate + turn) % 360;
  const [natural, room] = [page.getViewport({ scale: 1, rotation }), Math.max(200, place.clientWidth - 32)];
  const viewport = page.getViewport({ scale: (room / natural.width) * (zoom / 100), rotation });
  const sharpness = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = Math.floor(viewport.width * sharpness);
  canvas.height = Math.floor(viewport.height * sharpness);
  canvas.style.width = `${Math.floor(viewport.width)}px`;
  canvas.style.height = `${Math.floor(viewport.height)}px`;
  text.parentElement?.style.setProperty('--total-scale-factor', String(viewport.scale));
  text.replaceChildren();
  const picture = page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] });
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  return {
    done: Promise.all([picture.promise, layer.render()]).then(() => layer),
    stop: () => {
      picture.cancel();
      layer.cancel();
    },
  };
}
