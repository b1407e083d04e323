import type { ApplicantDetail } from '@matchwatch/contracts';
import { type Day, type DraftTask, type PlanDraft, type PlanPhase, planPhases, type TemplateId } from '@matchwatch/domain';
import { adviceRegister } from '@matchwatch/risk-rules';
import { adviceOwnerLabel, adviceText, draftPlanText, planPhaseLabel, ruleLabel, templateTitle } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import GlobalStyles from '@mui/material/GlobalStyles';
import Typography from '@mui/material/Typography';
import { useNotify } from 'react-admin';
import { Link } from 'react-router';
import { spokenName } from '../applicants/applicant-name.js';
import { useText } from '../i18n/use-text.js';
import { longDay } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';
import { ruled } from '../surface/ruled.js';
import { InlineLink } from '../surface/text-link.js';
import { WideDialog } from '../surface/wide-dialog.js';
import { dueText } from './due-text.js';

interface PlanDraftDialogProps {
  name: ApplicantDetail['record']['name'];
  draft: PlanDraft;
  /** Where it is changed and saved, for whoever may. */
  saveAt?: string | undefined;
  onClose: () => void;
}

/** The four phases of a plan worked out from the open findings, to read, copy and print. */
export function PlanDraftDialog({ name, draft, saveAt, onClose }: PlanDraftDialogProps) {
  const t = useText();
  const notify = useNotify();
  const title = t('draft.title', { name: spokenName(name) });
  const copy = async () => {
    await navigator.clipboard.writeText(draftPlanText(title, draft.tasks));
    notify(t('draft.copied'), { type: 'info' });
  };
  return (
    <WideDialog
      title={title}
      sub={
        <>
          {t('draft.asOf', { day: longDay(draft.asOf) })} <span className="no-print">{t('draft.unsaved')}</span>
        </>
      }
      onClose={onClose}
    >
      {/* On paper the draft stands alone. */}
      <GlobalStyles
        styles={{
          '@media print': {
            body: { background: '#fff !important', padding: '0 !important', overflow: 'visible !important' },
            '#root': { display: 'none !important' },
            '.MuiDialog-root': { position: 'static !important' },
            '.MuiDialog-container': { height: 'auto !important', display: 'block !important' },
            '.MuiDialog-paper': {
              maxHeight: 'none !important',
              maxWidth: 'none !important',
              width: '100% !important',
              border: '0 !important',
              margin: '0 !important',
              boxShadow: 'none !important',
            },
            '.MuiDialogContent-root': { overflow: 'visible !important' },
            '.MuiDialog-paper, .MuiDialog-paper *': { color: '#000 !important', background: '#fff !important' },
            '.MuiBackdrop-root, .no-print': { display: 'none !important' },
          },
        }}
      />
      {/* Scrolled by keyboard too. */}
      <DialogContent tabIndex={0} sx={{ pt: '6px' }}>
        {planPhases.map((phase, index) => (
          <Phase
            key={phase}
            number={index + 1}
            phase={phase}
            tasks={draft.tasks.filter((task) => task.phase === phase)}
            today={draft.asOf}
          />
        ))}
        {draft.unanswered.length > 0 && (
          <Box sx={{ color: 'var(--mute)', fontSize: 13, mt: '14px' }}>
            {t('draft.unanswered', { rules: draft.unanswered.map(ruleLabel).join(', ') })}
          </Box>
        )}
      </DialogContent>
      <DialogActions className="no-print" sx={{ p: '12px 24px', borderTop: '1px solid var(--line)' }}>
        <Button onClick={() => window.print()}>{t('draft.print')}</Button>
        {/* The clipboard is there only on a safe connection. */}
        {'clipboard' in navigator && <Button onClick={() => void copy()}>{t('draft.copy')}</Button>}
        {saveAt && (
          <Button variant="contained" component={Link} to={saveAt} onClick={onClose}>
            {t('draft.save')}
          </Button>
        )}
      </DialogActions>
    </WideDialog>
  );
}

interface PhaseProps {
  number: number;
  phase: PlanPhase;
  tasks: readonly DraftTask[];
  today: Day;
}

function Phase({ number, phase, tasks, today }: PhaseProps) {
  const t = useText();
  const id = `draft-${phase}`;
  return (
    <Box component="section" aria-labelledby={id} sx={{ mt: '16px', breakInside: 'avoid-page' }}>
      <Typography variant="h2" component="h3" id={id} sx={{ pb: '6px', borderBottom: '1px solid var(--line)' }}>
        {t('draft.phase', { number, phase: planPhaseLabel(phase) })}
      </Typography>
      {tasks.length === 0 ? (
        <Box sx={{ color: 'var(--mute)', py: '8px' }}>{t('draft.nothing')}</Box>
      ) : (
        <Box component="ol" sx={plainList}>
          {tasks.map((task) => (
            <Task key={task.advice} task={task} today={today} />
          ))}
        </Box>
      )}
    </Box>
  );
}

function Task({ task, today }: { task: DraftTask; today: Day }) {
  const t = useText();
  const { advice, owner, overdueSince, answers } = task;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) 150px' },
        gap: '2px 20px',
        py: '9px',
        ...ruled,
        breakInside: 'avoid',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ textWrap: 'pretty' }}>{adviceText(advice)}</Box>
        <Box sx={{ color: 'var(--mute)', fontSize: 12.5 }}>
          {t('draft.answers', { rules: answers.map(ruleLabel).join(', ') })}
          {templatesOf(advice).map((id) => (
            <Box component="span" key={id} className="no-print">
              {' · '}
              <InlineLink to={`/templates#${id}`}>{templateTitle(id)}</InlineLink>
            </Box>
          ))}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexDirection: { sm: 'column' }, gap: '0 8px', textAlign: { sm: 'right' }, fontSize: 13 }}>
        <Box sx={{ fontWeight: 600 }}>{adviceOwnerLabel(owner)}</Box>
        <Box sx={{ color: overdueSince === null ? 'var(--mute)' : 'var(--at-risk-ink)' }}>{dueText(task, today, t)}</Box>
      </Box>
    </Box>
  );
}

const templatesOf = (code: string): readonly TemplateId[] => adviceRegister.find((each) => each.code === code)?.templates ?? [];
