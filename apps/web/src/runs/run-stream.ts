import type { RunProgress } from '@matchwatch/contracts';
import { useEffect, useRef } from 'react';
import { apiUrl } from '../http/http-client.js';
import { sessionDoes } from '../session/use-role.js';

type Listener = (progress: RunProgress) => void;

const listeners = new Set<Listener>();
let source: EventSource | undefined;

/**
 * Opens or closes the one connection of the page. A hidden tab gives its connection back: a browser allows
 * six to a server over all its tabs, and what a tab missed it reads again when it is looked at.
 */
function settle(): void {
  const wanted = listeners.size > 0 && document.visibilityState === 'visible' && sessionDoes('run.view');
  if (wanted && !source) {
    source = new EventSource(`${apiUrl}/runs/stream`);
    source.addEventListener('run', (event: MessageEvent<string>) => {
      const progress = JSON.parse(event.data) as RunProgress;
      for (const listener of listeners) listener(progress);
    });
  } else if (!wanted) {
    source?.close();
    source = undefined;
  }
}

/** Hears of every run that moves; the browser opens a dropped connection again by itself. */
export function useRunStream(listener: Listener): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const hear: Listener = (progress) => latest.current(progress);
    if (listeners.size === 0) document.addEventListener('visibilitychange', settle);
    listeners.add(hear);
    settle();
    return () => {
      listeners.delete(hear);
      if (listeners.size === 0) document.removeEventListener('visibilitychange', settle);
      settle();
    };
  }, []);
}
