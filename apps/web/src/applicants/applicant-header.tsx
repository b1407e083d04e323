import type { ApplicantDetail } from '@matchwatch/contracts';
import { specialtyName } from '@matchwatch/domain';
import { applicantTypeLabel, imgTierLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { BriefButton } from '../exports/brief-button.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { useSession } from '../session/use-session.js';
import { instantText, shortDay } from '../surface/day-text.js';
import { PageHeading } from '../surface/page-heading.js';
import { TextLink } from '../surface/text-link.js';
import { advisorName, spokenName } from './applicant-name.js';
import { setByText } from './set-by-text.js';

/** Who it is, where they stand, and what set that. */
export function ApplicantHeader({ detail, onEdit }: { detail: ApplicantDetail; onEdit: (section: string) => void }) {
  const t = useText();
  const school = useSession()?.school;
  const { record, summary, answer, change, reassessing } = detail;
  const plan = record.specialtyPlan;
  // What is withheld is not unknown.
  const wholeRecord = detail.may.includes('record.view');
  const backups = plan?.backups?.map(({ specialty }) => specialtyName(specialty)) ?? [];
  const facts = [
    applicantTypeLabel(record.applicantType),
    t('season.match', { season: record.season }),
    wholeRecord &&
      (plan?.primary
        ? `${specialtyName(plan.primary)} (${backups.length > 0 ? t('applicant.backup', { backups: backups.join(', ') }) : t('applicant.noBackup')})`
        : t('applicant.undecided')),
    answer?.imgTier && t('applicant.imgTier', { tier: imgTierLabel(answer.imgTier).toLowerCase() }),
    record.advisor ? t('applicant.advisor', { advisor: advisorName(record.advisor) }) : t('applicant.noAdvisor'),
    record.externalId,
  ];
  return (
    <>
      <Box sx={{ mb: '6px', fontSize: 13 }}>
        <TextLink to={`/applicants?filter=${encodeURIComponent(JSON.stringify({ season: record.season }))}`}>
          ← {t('nav.applicants')}
        </TextLink>
      </Box>
      <PageHeading
        tab={spokenName(record.name)}
        title={
          <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' }}>
            {spokenName(record.name)}
            {summary.riskLevel && <LevelBadge level={summary.riskLevel} />}
            {reassessing && <Reassessing />}
          </Box>
        }
        sub={
          <>
            <div>{facts.filter(Boolean).join(' · ')}</div>
            <Box sx={{ mt: '6px', color: 'var(--ink)' }}>
              {answer ? setByText(answer, t) : t(detail.may.includes('risk.view') ? 'applicant.notAssessed' : 'access.closed.short')}
              {summary.levelSince && (
                <Box
                  component="span"
                  sx={{ color: 'var(--mute)' }}
                >{` · ${t('applicant.since', { day: shortDay(summary.levelSince, school?.today) })}`}</Box>
              )}
            </Box>
            <Box sx={{ fontSize: 12.5, mt: '4px' }}>
              {t('applicant.changed', { at: instantText(change.at, school?.timeZone, school?.today), by: change.by })}
            </Box>
          </>
        }
        actions={
          <>
            <BriefButton detail={detail} />
            {detail.may.includes('record.edit') && (
              <>
                {!record.advisor && detail.may.includes('advisor.assign') && (
                  <Button variant="contained" onClick={() => onEdit('identity')}>
                    {t('home.first.assign')}
                  </Button>
                )}
                <Button variant={record.advisor ? 'contained' : 'outlined'} onClick={() => onEdit('exams')}>
                  {t('applicant.addScore')}
                </Button>
                <Button variant="outlined" onClick={() => onEdit('plan')}>
                  {t('applicant.editPlan')}
                </Button>
              </>
            )}
          </>
        }
      />
    </>
  );
}

function Reassessing() {
  const t = useText();
  return (
    <Box
      component="span"
      role="status"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '7px',
        fontSize: 13,
        fontWeight: 500,
        letterSpacing: 0,
        color: 'var(--brand)',
      }}
    >
      <CircularProgress size={13} thickness={5} aria-hidden="true" />
      {t('applicant.reassessing')}
    </Box>
  );
}
