import type { PolicyInForce, Verdict, VerdictFilter } from '@matchwatch/contracts';
import { disagreementLabel, reviewStateLabel, ruleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { applicantLink } from '../applicants/applicant-links.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { useToday } from '../session/use-today.js';
import { countText, shortDay } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { RowSkeletons } from '../surface/row-skeletons.js';
import { ruled } from '../surface/ruled.js';
import { InlineLink } from '../surface/text-link.js';

export type RuleVerdicts = PolicyInForce['verdicts'][number];

interface KeyVerdictsProps {
  policyKey: string;
  label: string;
  rules: readonly string[];
  verdicts: readonly RuleVerdicts[];
}

/** How people judged the flags of the rules that use a number, beside it; with the way to what they said. */
export function KeyVerdicts({ policyKey, label, rules, verdicts }: KeyVerdictsProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const mayList = useRoleDoes()('risk.view');
  const mine = verdicts.filter(({ code }) => rules.includes(code));
  const agreed = mine.reduce((sum, each) => sum + each.agreed, 0);
  const disagreed = mine.reduce((sum, each) => sum + each.disagreed, 0);
  if (agreed + disagreed === 0) return null;
  const text = t('verdicts.count', { agreed: countText(agreed), disagreed: countText(disagreed) });
  if (!mayList) return <span>{text}</span>;
  return (
    <>
      <LinkButton type="button" onClick={() => setOpen(true)} aria-label={`${text}: ${label}`}>
        {text}
      </LinkButton>
      {open && <VerdictDialog policyKey={policyKey} label={label} onClose={() => setOpen(false)} />}
    </>
  );
}

const shows = ['all', 'disagreed', 'agreed'] as const;
const mostShown = 100;

function VerdictDialog({ policyKey, label, onClose }: { policyKey: string; label: string; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const heading = useId();
  const [show, setShow] = useState<(typeof shows)[number]>('all');
  const filter: VerdictFilter = { key: policyKey, ...(show !== 'all' && { state: show }) };
  const { data, error, refetch } = useQuery({
    queryKey: ['verdicts', filter],
    queryFn: ({ signal }) =>
      api.getList<Verdict>('verdicts', {
        filter,
        sort: { field: 'on', order: 'DESC' },
        pagination: { page: 1, perPage: mostShown },
        signal,
      }),
  });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading}>{t('verdicts.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'var(--mute)', mb: '10px' }}>{t('verdicts.text', { key: label })}</Typography>
        <Box role="group" aria-label={t('verdicts.label')} sx={{ display: 'flex', gap: '6px', mb: '10px' }}>
          {shows.map((each) => (
            <Button
              key={each}
              size="small"
              variant={each === show ? 'contained' : 'outlined'}
              aria-pressed={each === show}
              onClick={() => setShow(each)}
            >
              {t(`verdicts.show.${each}`)}
            </Button>
          ))}
        </Box>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <Verdicts rows={data.data} total={data.total ?? 0} />
        ) : (
          <RowSkeletons rows={4} />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('verdicts.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Verdicts({ rows, total }: { rows: readonly Verdict[]; total: number }) {
  const t = useText();
  const today = useToday();
  if (rows.length === 0) return <Typography sx={{ color: 'var(--mute)' }}>{t('verdicts.none')}</Typography>;
  return (
    <>
      <Box component="ul" sx={plainList}>
        {rows.map((row) => (
          <Box component="li" key={row.id} sx={{ py: '8px', ...ruled }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 10px', alignItems: 'baseline' }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {reviewStateLabel(row.state)}
              </Box>
              <span>{ruleLabel(row.code)}</span>
              <InlineLink to={applicantLink(row.applicantId)}>{row.applicant}</InlineLink>
            </Box>
            <Box sx={{ color: 'var(--mute)', fontSize: 13 }}>
              {[row.because && disagreementLabel(row.because), row.note && `“${row.note}”`, row.by, shortDay(row.on, today)]
                .filter(Boolean)
                .join(' · ')}
            </Box>
          </Box>
        ))}
      </Box>
      <Typography sx={{ color: 'var(--mute)', fontSize: 13, mt: '8px' }}>
        {total > rows.length && `${t('verdicts.more', { count: rows.length })} `}
        {t('verdicts.hidden')}
      </Typography>
    </>
  );
}
