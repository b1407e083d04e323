import type { ProgramDetail, ProgramVersion } from '@matchwatch/contracts';
import { advocacyContactLabel, advocacyOutcomeLabel, advocacyWayLabel, advocateRoleLabel, specialtyText } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { choiceLabel } from '../applicants/record/field-label.js';
import { useApi } from '../http/use-api.js';
import { useDetail } from '../http/use-detail.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { Column, Columns } from '../surface/columns.js';
import { instantText, shortDay } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { plainList } from '../surface/plain-list.js';
import { InlineLink, TextLink } from '../surface/text-link.js';
import { changeLabel } from './change-label.js';
import { ProgramDialog } from './program-dialog.js';
import { ProgramFactsCard } from './program-facts-card.js';
import { placeText } from './program-text.js';

/** One program: what is known of it with sources and days, whom the school spoke for there, and every version. */
export function ProgramShow() {
  const { id } = useParams();
  const { data, error, isPending, refetch } = useDetail<ProgramDetail>('programs', Number(id));
  if (data) return <ProgramPage program={data} />;
  if (isPending) return <PageSkeleton />;
  return <Failure error={error} onRetry={() => void refetch()} />;
}

function ProgramPage({ program }: { program: ProgramDetail }) {
  const t = useText();
  const today = useToday();
  const mayEdit = useRoleDoes()('program.edit');
  const [editing, setEditing] = useState(false);
  const { name, code, specialty, track, institution, seasonOpens } = program;
  const sub = [
    specialtyText(specialty),
    track && choiceLabel(track, t),
    institution && !name.includes(institution) && institution,
    placeText(program),
    code,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <Box sx={{ mb: '6px', fontSize: 13 }}>
        <TextLink to="/programs">← {t('program.back')}</TextLink>
      </Box>
      <PageHeading
        tab={name}
        title={name}
        sub={
          <>
            {sub}
            {seasonOpens && <Box>{t('program.opens', { day: shortDay(seasonOpens, today) })}</Box>}
          </>
        }
        actions={
          mayEdit && (
            <Button variant="outlined" onClick={() => setEditing(true)}>
              {t('program.identity.edit')}
            </Button>
          )
        }
      />
      <Columns first="1.5fr">
        <ProgramFactsCard program={program} mayEdit={mayEdit} />
        <Column>
          <SpokenForCard program={program} />
          <HistoryCard program={program} />
        </Column>
      </Columns>
      {editing && <ProgramDialog program={program} onClose={() => setEditing(false)} />}
    </>
  );
}

function SpokenForCard({ program: { advocacies, otherAdvocacies } }: { program: ProgramDetail }) {
  const t = useText();
  const today = useToday();
  return (
    <Card title={t('program.advocacies.title')} action={advocacies.length + otherAdvocacies || undefined}>
      {advocacies.length + otherAdvocacies === 0 && <Box>{t('program.advocacies.none')}</Box>}
      <Box component="ul" sx={plainList}>
        {advocacies.map(({ id, applicantId, applicant, season, advocate, role, contact, way, on, outcome, outcomeOn }) => (
          <Box component="li" key={id} sx={{ py: '8px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
            <TextLink to={`/applicants/${applicantId}/show?tab=casework`} sx={{ fontWeight: 600 }}>
              {applicant}
            </TextLink>{' '}
            <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
              {t('program.advocacies.season', { season })}
            </Box>
            <Box sx={{ fontSize: 13.5 }}>
              {t('program.advocacies.line', {
                advocate,
                role: advocateRoleLabel(role).toLowerCase(),
                contact: advocacyContactLabel(contact).toLowerCase(),
                way: advocacyWayLabel(way).toLowerCase(),
                day: shortDay(on, today),
              })}
            </Box>
            <Box sx={{ fontSize: 13.5, color: 'var(--mute)' }}>
              {advocacyOutcomeLabel(outcome)}
              {outcomeOn && `, ${shortDay(outcomeOn, today)}`}
            </Box>
          </Box>
        ))}
      </Box>
      {otherAdvocacies > 0 && (
        <Box sx={{ color: 'var(--mute)', fontSize: 13.5 }}>{t('program.advocacies.others', { smart_count: otherAdvocacies })}</Box>
      )}
    </Card>
  );
}

function HistoryCard({ program: { id, version } }: { program: ProgramDetail }) {
  const t = useText();
  const api = useApi();
  const school = useSession()?.school;
  const { data, error, refetch } = useQuery<ProgramVersion[]>({
    queryKey: ['programs', 'history', id, version],
    queryFn: ({ signal }) => api.getProgramHistory(id, signal),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Card title={t('program.history.title')}>
      <Box component="ol" sx={plainList}>
        {data?.map((each) => (
          <Box
            component="li"
            key={each.version}
            sx={{ py: '7px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: 0 } }}
          >
            <Box sx={{ fontSize: 13.5 }}>
              {each.version === 1 ? t('program.history.first') : each.changes.map((path) => changeLabel(path, t)).join(', ')}
            </Box>
            <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
              {t('program.history.by', { by: each.by, at: instantText(each.at, school?.timeZone, school?.today) })}
              {each.importId !== null && (
                <>
                  {' · '}
                  <InlineLink to={`/imports/${each.importId}/show`}>{t('program.history.import', { id: each.importId })}</InlineLink>
                </>
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
