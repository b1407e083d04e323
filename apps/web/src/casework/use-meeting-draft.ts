import type { SavedDraft } from '@matchwatch/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../http/use-api.js';
import { isWorthKeeping, type MeetingForm, toDraft } from './meeting-form.js';

/** So long after the last key a draft is kept. */
const pause = 700;

/** How the draft of a meeting stands. */
export interface DraftState {
  /** What was typed before and not logged, until the person decides about it. */
  offered: SavedDraft['draft'];
  savedAt: Date | undefined;
  failed: boolean;
  decide: (decision: 'continue' | 'discard') => void;
  /** Nothing more is kept: it was logged. */
  stop: () => void;
}

/** Keeps what is typed of a meeting with one applicant on the server, a moment after the last key, and offers what was kept before. */
export function useMeetingDraft(
  applicantId: number | undefined,
  form: MeetingForm,
  enabled: boolean,
  onContinue: (draft: NonNullable<SavedDraft['draft']>) => void,
): DraftState {
  const api = useApi();
  const [offered, setOffered] = useState<SavedDraft['draft']>(null);
  const [asked, setAsked] = useState<number>();
  const [savedAt, setSavedAt] = useState<Date>();
  const [failed, setFailed] = useState(false);
  const stopped = useRef(false);
  const kept = useRef('');
  const pending = useRef<() => void>(undefined);
  useEffect(() => {
    setOffered(null);
    setAsked(undefined);
    if (!enabled || applicantId === undefined) return undefined;
    const away = new AbortController();
    api
      .getMeetingDraft(applicantId, away.signal)
      .then(({ draft }) => {
        setOffered(draft);
        setAsked(applicantId);
      })
      .catch(() => setAsked(applicantId));
    return () => away.abort();
  }, [api, applicantId, enabled]);
  useEffect(() => {
    // What is offered must not be written over before the person has decided.
    if (!enabled || applicantId === undefined || asked !== applicantId || offered !== null || !isWorthKeeping(form)) return undefined;
    const content = JSON.stringify(toDraft(form));
    if (content === kept.current) return undefined;
    const keep = () => {
      pending.current = undefined;
      if (stopped.current) return;
      api
        .saveMeetingDraft(applicantId, toDraft(form))
        .then(() => {
          kept.current = content;
          setSavedAt(new Date());
          setFailed(false);
        })
        .catch(() => setFailed(true));
    };
    pending.current = keep;
    const timer = setTimeout(keep, pause);
    return () => clearTimeout(timer);
  }, [api, applicantId, asked, enabled, form, offered]);
  // Who closes the dialog within the pause has typed it all the same.
  useEffect(() => () => pending.current?.(), []);
  const decide = useCallback(
    (decision: 'continue' | 'discard') => {
      if (!offered || applicantId === undefined) return;
      if (decision === 'continue') onContinue(offered);
      else void api.dropMeetingDraft(applicantId).catch(() => setFailed(true));
      setOffered(null);
    },
    [api, applicantId, offered, onContinue],
  );
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { offered, savedAt, failed, decide, stop };
}
