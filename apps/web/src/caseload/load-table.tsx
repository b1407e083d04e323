import type { AdvisorLoad, ApplicantFilter, Caseload } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { applicantsLink } from '../applicants/applicant-links.js';
import { advisorName } from '../applicants/applicant-name.js';
import { useText } from '../i18n/use-text.js';
import { queueLink } from '../reviews/queue-filter-bar.js';
import { useRoleDoes } from '../session/use-role.js';
import { Card } from '../surface/card.js';
import { countText, shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { numberTable } from '../surface/number-table.js';
import { NumberLink } from '../surface/text-link.js';

interface LoadTableProps {
  caseload: Caseload;
  onAssign: (load: AdvisorLoad) => void;
  onTarget: (load: AdvisorLoad) => void;
}

/** What an advisor is called: by name where they sign in, else by what their address says. */
export const nameOfLoad = ({ advisor, name }: AdvisorLoad, nobody: string): string =>
  name ?? (advisor === null ? nobody : advisorName(advisor));

/** The load of every advisor; each number leads to the list it counts. */
export function LoadTable({ caseload, onAssign, onTarget }: LoadTableProps) {
  const t = useText();
  const does = useRoleDoes();
  const heads = [
    t('caseload.advisor'),
    t('caseload.load'),
    t('caseload.atRisk'),
    t('caseload.reviews'),
    t('caseload.due'),
    t('caseload.overdue'),
    t('caseload.notSeen', { day: shortDay(caseload.notSeenSince, caseload.today) }),
    t('caseload.weekly'),
  ];
  return (
    <Card>
      <Box role="region" tabIndex={0} aria-label={t('caseload.table')} sx={{ overflowX: 'auto', mx: '-8px' }}>
        <Box
          component="table"
          sx={{
            ...numberTable,
            '& th, & td': { ...numberTable['& th, & td'], verticalAlign: 'top' },
            '& th:first-of-type': { textAlign: 'left', fontWeight: 500, whiteSpace: 'normal', minWidth: 104 },
          }}
        >
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {does('advisor.assign') && <td />}
            </tr>
          </thead>
          <tbody>
            {caseload.advisors.map((load) => (
              <LoadRow
                key={load.advisor ?? ''}
                load={load}
                caseload={caseload}
                onAssign={does('advisor.assign') ? () => onAssign(load) : undefined}
                onTarget={does('people.manage') && load.personId !== null ? () => onTarget(load) : undefined}
              />
            ))}
          </tbody>
        </Box>
      </Box>
    </Card>
  );
}

interface LoadRowProps {
  load: AdvisorLoad;
  caseload: Caseload;
  onAssign: (() => void) | undefined;
  onTarget: (() => void) | undefined;
}

function LoadRow({ load, caseload: { season, today, dueBy, notSeenSince }, onAssign, onTarget }: LoadRowProps) {
  const t = useText();
  const { advisor, target, covers, applicants } = load;
  const name = nameOfLoad(load, t('caseload.nobody'));
  const theirs: ApplicantFilter = { season, ...(advisor === null ? { noAdvisor: true } : { advisor }) };
  const number = (count: number, filter: ApplicantFilter) => (
    <td>
      {count === 0 ? (
        <Box component="span" sx={{ color: 'var(--mute)' }}>
          0
        </Box>
      ) : (
        <NumberLink to={applicantsLink({ ...theirs, ...filter })}>{countText(count)}</NumberLink>
      )}
    </td>
  );
  const targetText = target === null ? t(onTarget ? 'caseload.target' : 'caseload.noTarget') : t('caseload.ofTarget', { target });
  return (
    <tr>
      <th scope="row">
        {name}
        {covers.map((cover) => (
          <Box key={cover.name} sx={{ color: 'var(--mute)', fontSize: 12.5, fontWeight: 400 }}>
            {t('caseload.covered', { name: cover.name, day: shortDay(cover.untilOn, today) })}
          </Box>
        ))}
      </th>
      <td>
        <NumberLink to={applicantsLink(theirs)}>{countText(applicants)}</NumberLink>
        {advisor !== null && (
          <Box sx={{ fontSize: 12.5, color: target !== null && applicants > target ? 'var(--at-risk-ink)' : 'var(--mute)' }}>
            {onTarget ? (
              <LinkButton type="button" onClick={onTarget} aria-label={`${name}: ${targetText}`}>
                {targetText}
              </LinkButton>
            ) : (
              targetText
            )}
          </Box>
        )}
      </td>
      {number(load.atRisk, { riskLevel: ['high-risk', 'at-risk'] })}
      <td>
        {load.reviews === 0 || advisor === null ? (
          countText(load.reviews)
        ) : (
          <NumberLink to={`${queueLink('all', season)}&advisor=${encodeURIComponent(advisor)}`}>{countText(load.reviews)}</NumberLink>
        )}
      </td>
      {number(load.due, { dueFrom: today, dueBy })}
      {number(load.overdue, { dueBefore: today })}
      {number(load.notSeen, { notSeenSince })}
      <td>{load.meetingsPerWeek.toFixed(1)}</td>
      {onAssign && (
        <td>
          <Button
            size="small"
            onClick={onAssign}
            aria-label={`${t(advisor === null ? 'caseload.assign' : 'caseload.reassign')}: ${name}`}
            sx={{ my: '-4px' }}
          >
            {t(advisor === null ? 'caseload.assign' : 'caseload.reassign')}
          </Button>
        </td>
      )}
    </tr>
  );
}
