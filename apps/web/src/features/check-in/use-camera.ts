import { type RefObject, useEffect, useRef, useState } from 'react';

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

type DetectorClass = new (options: { formats: string[] }) => Detector;

/** Where the camera stands. */
export type CameraState = 'off' | 'starting' | 'on' | 'refused';

const LOOK_EVERY_MS = 150;

/** Whether this browser reads QR codes by itself. */
export function canScan(): boolean {
  return detectorClass() !== undefined && 'mediaDevices' in navigator;
}

/** Reads QR codes from the back camera while `isOn`; `onCode` is called once per code until another is seen. */
export function useCamera(
  isOn: boolean,
  onCode: (text: string) => void,
): { video: RefObject<HTMLVideoElement | null>; state: CameraState } {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('off');
  const heard = useRef(onCode);
  heard.current = onCode;

  useEffect(() => {
    if (!isOn) return undefined;
    const stop = new AbortController();
    let stream: MediaStream | undefined;
    setState('starting');
    void start(stop.signal).catch(() => {
      if (!stop.signal.aborted) setState('refused');
    });

    async function start(signal: AbortSignal) {
      const Class = detectorClass();
      if (!Class) throw new Error('no detector');
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const element = video.current;
      if (signal.aborted || !element) return end();
      element.srcObject = stream;
      await element.play();
      setState('on');
      await look(new Class({ formats: ['qr_code'] }), element, signal, (text) => heard.current(text));
    }

    function end() {
      stream?.getTracks().forEach((track) => track.stop());
    }

    return () => {
      stop.abort();
      end();
      setState('off');
    };
  }, [isOn]);

  return { video, state };
}

async function look(
  detector: Detector,
  element: HTMLVideoElement,
  signal: AbortSignal,
  onCode: (text: string) => void,
): Promise<void> {
  let last = '';
  while (!signal.aborted) {
    const [found] = await detector.detect(element).catch(() => []);
    if (found && found.rawValue !== last && !signal.aborted) {
      last = found.rawValue;
      onCode(last);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function detectorClass(): DetectorClass | undefined {
  return (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
}
