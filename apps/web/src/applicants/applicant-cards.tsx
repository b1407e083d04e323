import type { ListedApplicant } from '@matchwatch/contracts';
import { daysBetween, specialtyName } from '@matchwatch/domain';
import { categoryLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { useListContext } from 'react-admin';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { useRoleDoes } from '../session/use-role.js';
import { useSession } from '../session/use-session.js';
import { ageText } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { TextLink } from '../surface/text-link.js';
import { applicantLink } from './applicant-links.js';
import { advisorName, applicantName } from './applicant-name.js';
import { ContestedMark } from './contested-mark.js';
import { ReasonChips } from './reason-chips.js';

/** The list on a phone. */
export function ApplicantCards() {
  const t = useText();
  const today = useSession()?.school.today;
  const risk = useRoleDoes()('risk.view');
  const { data = [] } = useListContext<ListedApplicant>();
  return (
    <Box component="ul" sx={{ ...plainList, display: 'grid', gap: '10px' }}>
      {data.map((row) => {
        const facts = [
          row.primarySpecialty ? specialtyName(row.primarySpecialty) : t('applicant.undecided'),
          row.category && categoryLabel(row.category),
          row.step2Score !== null && t('applicants.ck', { score: row.step2Score }),
        ];
        return (
          <Box
            component="li"
            key={row.id}
            sx={{ position: 'relative', bgcolor: 'var(--paper)', border: '1px solid var(--line)', borderRadius: '14px', p: '12px 16px' }}
          >
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1.5, alignItems: 'baseline' }}>
              {/* The whole card answers to the touch; the link is its name. */}
              <TextLink
                to={applicantLink(row.id)}
                sx={{ fontWeight: 600, '&::after': { content: '""', position: 'absolute', inset: 0, borderRadius: '14px' } }}
              >
                {applicantName(row.name)}
              </TextLink>
              <ContestedMark count={row.contested} />
              {row.riskLevel && <LevelBadge level={row.riskLevel} />}
              {risk && !row.riskOpen && <Box sx={{ color: 'var(--mute)', fontSize: 12.5, flexShrink: 0 }}>{t('access.closed.cell')}</Box>}
            </Box>
            <Box sx={{ color: 'var(--mute)', fontSize: 13, mt: '2px' }}>{facts.filter(Boolean).join(' · ')}</Box>
            <Box sx={{ mt: '8px' }}>
              <ReasonChips row={row} limit={3} />
            </Box>
            <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '8px', display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <span>{row.advisor ? advisorName(row.advisor) : t('applicants.noAdvisor')}</span>
              {today && (
                <span>
                  {row.changedOn < today
                    ? t('applicants.age', { age: ageText(daysBetween(row.changedOn, today)) })
                    : t('applicants.ageToday')}
                </span>
              )}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
