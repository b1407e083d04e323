import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { useRoleDoes } from '../session/use-role.js';
import type { MeetingForm } from './meeting-form.js';

const MeetingDialog = lazy(async () => ({ default: (await import('./meeting-dialog.js')).MeetingDialog }));

/** With whom a meeting is to be logged, and what is known of it already. */
export interface LogRequest {
  applicantId?: number | undefined;
  begin?: Partial<MeetingForm> | undefined;
}

const LogMeetingContext = createContext<((request: LogRequest) => void) | undefined>(undefined);

/** Opens the dialog that logs a meeting; undefined for whoever never does. */
export const useLogMeeting = (): ((request: LogRequest) => void) | undefined => useContext(LogMeetingContext);

const applicantPage = /^\/applicants\/(\d+)\/show/;

/** Logging a meeting from anywhere: by a button, or by the key M while nothing is being typed; on somebody's page it is with them. */
export function LogMeetingProvider({ children }: { children: ReactNode }) {
  const mayLog = useRoleDoes()('meeting.write');
  const { pathname } = useLocation();
  const here = applicantPage.exec(pathname)?.[1];
  const [request, setRequest] = useState<LogRequest>();
  useEffect(() => {
    if (!mayLog) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      // Not while something is being typed or chosen, and not over another dialog.
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]')
      )
        return;
      if (document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      setRequest({ applicantId: here === undefined ? undefined : Number(here) });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [mayLog, here]);
  const open = useMemo(
    () =>
      mayLog
        ? ({ applicantId, begin }: LogRequest) =>
            setRequest({ applicantId: applicantId ?? (here === undefined ? undefined : Number(here)), begin })
        : undefined,
    [mayLog, here],
  );
  return (
    <LogMeetingContext.Provider value={open}>
      {children}
      {request && (
        <Suspense fallback={null}>
          <MeetingDialog request={request} onClose={() => setRequest(undefined)} />
        </Suspense>
      )}
    </LogMeetingContext.Provider>
  );
}
