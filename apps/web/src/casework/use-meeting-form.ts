import { type ApplicantDetail, type Meeting, type MeetingDraft, type MeetingWrite, meetingWriteSchema } from '@matchwatch/contracts';
import { adviceByPhase, type Day, type Intervention, interventionsFor } from '@matchwatch/domain';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../http/use-api.js';
import { detailKey } from '../http/use-detail.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { orNull } from '../surface/form/or-null.js';
import { useForm } from '../surface/form/use-form.js';
import type { Picked } from './applicant-picker.js';
import type { LogRequest } from './log-meeting.js';
import { emptyMeeting, fromDraft, fromMeeting, type MeetingForm, toWrite } from './meeting-form.js';
import { useCasework, useCaseworkChanged } from './use-casework.js';
import { useMeetingDraft } from './use-meeting-draft.js';

/** The meeting that is corrected, with the text of its note. */
export interface CorrectedMeeting {
  meeting: Meeting;
  note: string | null;
}

/** A meeting while it is written: with whom, what is known of them, its draft, and how it is sent. */
export function useMeetingForm(request: LogRequest, correct: CorrectedMeeting | undefined) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const changed = useCaseworkChanged();
  const session = useSession();
  const today = session?.school.today ?? '2000-01-01';
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const form = useForm<MeetingForm>(() => (correct ? opened(correct, today) : { ...emptyMeeting(today), ...request.begin }));
  const { values, set } = form;
  const [reason, setReason] = useState('');
  const ids = request.applicantId === undefined ? picked.map(({ id }) => id) : [request.applicantId];
  const only = ids.length === 1 ? ids[0] : undefined;
  const { detail, casework } = useApplicant(only);
  const begin = useCallback(({ content }: { content: MeetingDraft }) => set(fromDraft(content, today)), [set, today]);
  const draft = useMeetingDraft(only, values, correct === undefined, begin);
  const people = casework?.people ?? (session ? [{ id: session.user.id, name: session.user.name, isMe: true }] : []);
  const me = people.find(({ isMe }) => isMe);
  const present = values.staffIds.length > 0 || correct ? values.staffIds : me ? [me.id] : [];

  const log = async (write: MeetingWrite) => {
    if (correct) {
      const { applicantId, id, version } = correct.meeting;
      await api.correctMeeting(applicantId, id, version, { ...write, reason: orNull(reason) });
    } else if (only !== undefined) await api.logMeeting(only, write);
    else {
      const { done, rows } = await api.logForMany({ applicantIds: ids, meeting: write });
      const missed = rows.length - done;
      const told = t('log.loggedMany', { smart_count: done });
      if (missed === 0) notify(told, { type: 'info' });
      else notify(`${told}. ${t('log.someNotFound', { smart_count: missed })}`, { type: 'warning' });
      return;
    }
    notify(t('log.logged'), { type: 'info' });
  };
  const submit = async () => {
    await log(meetingWriteSchema.parse({ ...toWrite(values, detail?.record), staffIds: present }));
    draft.stop();
    changed();
  };
  return {
    form,
    picked,
    setPicked,
    reason,
    setReason,
    submit,
    draft,
    detail,
    people,
    present,
    suggested: useMemo(() => suggestedFor(detail), [detail]),
    isAddressed: ids.length > 0,
    // What is typed of one applicant is kept as a draft: nothing is lost by closing.
    isKept: correct === undefined && only !== undefined && !draft.failed,
  };
}

/** A meeting opened for correction: one that was planned and whose day has come was held, as a rule. */
const opened = ({ meeting, note }: CorrectedMeeting, today: Day): MeetingForm => ({
  ...fromMeeting(meeting, note),
  ...(meeting.state === 'planned' && meeting.on <= today && { state: 'held' as const }),
});

/** The applicant's page and casework, when there is one applicant. */
function useApplicant(applicantId: number | undefined) {
  const api = useApi();
  const { data: casework } = useCasework(applicantId);
  const { data: detail } = useQuery<ApplicantDetail>({
    queryKey: detailKey('applicants', applicantId ?? 0),
    queryFn: async ({ signal }) => (await api.getOne<ApplicantDetail>('applicants', { id: applicantId ?? 0, signal })).data,
    enabled: applicantId !== undefined,
  });
  return { detail, casework };
}

/** What the open findings ask for, as what may be advised; the first of each piece of advice comes first. */
function suggestedFor(detail: ApplicantDetail | undefined): Intervention[] {
  const asked = detail?.answer?.advice.map(({ code }) => code) ?? [...adviceByPhase.stabilize];
  const ways = asked.map((code) => interventionsFor(code));
  return [...new Set([...ways.flatMap((each) => each.slice(0, 1)), ...ways.flat()])];
}
