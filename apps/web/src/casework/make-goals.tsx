import type { ApplicantDetail } from '@matchwatch/contracts';
import type { RecordChange } from '@matchwatch/domain';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { PlanEditor } from './plan-editor.js';
import { useCasework } from './use-casework.js';

/** Turns what is tried into goals of the plan that stands, or of a new one. */
export function MakeGoals({ detail, changes }: { detail: ApplicantDetail; changes: readonly RecordChange[] }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const mayWrite = detail.may.includes('plan.write') && detail.may.includes('notes.view');
  const { data } = useCasework(detail.id, mayWrite && open);
  if (!mayWrite || changes.length === 0) return null;
  const plan = data?.plans.find(({ state }) => state !== 'closed');
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('carePlan.makeGoal')}
      </Button>
      {open && data && (
        <PlanEditor
          detail={detail}
          plan={plan}
          tasks={data.tasks.filter(({ planId }) => plan !== undefined && planId === plan.id)}
          goals={changes}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
