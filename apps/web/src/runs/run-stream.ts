import type { RunProgress } from '@matchwatch/contracts';
import { useEffect, useRef } from 'react';
import { apiUrl } from '../http/http-client.js';

type Listener = (progress: RunProgress) => void;

const listeners = new Set<Listener>();
let source: EventSource | undefined;

function open(): void {
  source = new EventSource(`${apiUrl}/runs/stream`);
  source.addEventListener('run', (event: MessageEvent<string>) => {
    const progress = JSON.parse(event.data) as RunProgress;
    for (const listener of listeners) listener(progress);
  });
}

/** Hears of every run that moves. All listeners of the page share one connection, which the browser opens again by itself when it drops. */
export function useRunStream(listener: Listener, enabled = true): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const hear: Listener = (progress) => latest.current(progress);
    listeners.add(hear);
    if (!source) open();
    return () => {
      listeners.delete(hear);
      if (listeners.size > 0) return;
      source?.close();
      source = undefined;
    };
  }, [enabled]);
}
