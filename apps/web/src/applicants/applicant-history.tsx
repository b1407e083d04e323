import type { HistoryEntry } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { instantText, shortDay } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { LinkButton } from '../surface/link-button.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { InlineLink } from '../surface/text-link.js';
import { RecordChange } from './record/record-change.js';

/** Every version of the record: what changed, by whom, when and why. */
export function ApplicantHistory({ applicantId, version }: { applicantId: number; version: number }) {
  const t = useText();
  const api = useApi();
  const { data, error, refetch } = useQuery<HistoryEntry[]>({
    queryKey: ['applicants', 'history', applicantId, version],
    queryFn: ({ signal }) => api.getHistory(applicantId, signal),
    placeholderData: (previous) => previous,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Card title={t('history.title')} action={data && t('history.count', { smart_count: data.length })}>
      {!data && <RowSkeletons rows={4} />}
      {data?.map((entry) => (
        <HistoryVersion key={entry.version} entry={entry} />
      ))}
    </Card>
  );
}

const shownAtFirst = 8;

function HistoryVersion({ entry }: { entry: HistoryEntry }) {
  const t = useText();
  const school = useSession()?.school;
  const [all, setAll] = useState(false);
  const { version, by, at, knownOn, source, importId, reason, changes } = entry;
  const first = version === 1;
  const shown = all ? changes : changes.slice(0, first ? 0 : shownAtFirst);
  return (
    <Box sx={{ py: '14px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: '4px' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 10px', alignItems: 'baseline' }}>
        <b>{instantText(at, school?.timeZone, school?.today)}</b>
        <span>{by}</span>
        <Box component="span" sx={{ color: 'var(--mute)' }}>
          {importId === null ? (
            t(`history.sources.${source}`)
          ) : (
            <InlineLink to={`/imports/${importId}/show`}>{t('history.import', { id: importId })}</InlineLink>
          )}
          {' · '}
          {t('history.version', { version })}
          {!at.startsWith(knownOn) && ` · ${t('history.known', { day: shortDay(knownOn) })}`}
        </Box>
      </Box>
      {reason && <Box sx={{ color: 'var(--mute)', mt: '2px' }}>“{reason}”</Box>}
      <Box component="ul" sx={{ listStyle: 'none', m: '6px 0 0', p: 0 }}>
        {shown.map((change) => (
          <RecordChange key={change.path} path={change.path} before={change.before} after={change.after} />
        ))}
      </Box>
      {first && !all && <Box sx={{ color: 'var(--mute)' }}>{t('history.first')}</Box>}
      {changes.length > shown.length && (
        <LinkButton type="button" onClick={() => setAll(true)}>
          {t('history.more', { smart_count: changes.length - shown.length })}
        </LinkButton>
      )}
    </Box>
  );
}
