import type { ApplicantDetail, Meeting } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { EmptyState } from '../surface/empty-state.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { useLogMeeting } from './log-meeting.js';
import { MeetingItem } from './meeting-item.js';

const shownAtFirst = 5;

/** What was talked about with one applicant, the latest first. */
export function MeetingsCard({ detail: { id, may }, meetings }: { detail: ApplicantDetail; meetings: readonly Meeting[] }) {
  const t = useText();
  const log = useLogMeeting();
  const mayWrite = may.includes('meeting.write');
  const [all, setAll] = useState(false);
  const shown = all ? meetings : meetings.slice(0, shownAtFirst);
  const button = mayWrite && log && (
    <Button variant={meetings.length === 0 ? 'contained' : 'outlined'} onClick={() => log({ applicantId: id })} aria-keyshortcuts="M">
      {t('casework.log')}
    </Button>
  );
  return (
    <Card title={t('meetings.title')} action={meetings.length > 0 && button}>
      {meetings.length === 0 && (
        <EmptyState title={t('meetings.none')} action={button}>
          {mayWrite && t('meetings.noneHelp')}
        </EmptyState>
      )}
      <Box component="ul" sx={plainList}>
        {shown.map((meeting) => (
          <MeetingItem key={meeting.id} meeting={meeting} mayWrite={mayWrite} mayReadRestricted={may.includes('wellbeing.view')} />
        ))}
      </Box>
      {meetings.length > shown.length && (
        <LinkButton type="button" onClick={() => setAll(true)}>
          {t('casework.showAll', { count: meetings.length })}
        </LinkButton>
      )}
    </Card>
  );
}
