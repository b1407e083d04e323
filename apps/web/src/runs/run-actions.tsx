import type { Run } from '@matchwatch/contracts';
import { liveRunStates } from '@matchwatch/domain';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { ConfirmDialog } from '../surface/confirm-dialog.js';
import { useFailed } from '../surface/use-failed.js';

type Action = 'cancel' | 'approve' | 'discard' | 'retry';

const needed = { cancel: 'run.cancel', approve: 'run.decide', discard: 'run.decide', retry: 'run.request' } as const;

/** What is possible in the state a run is in. */
function possibleActions({ state, counts, retry }: Run, live: boolean): Action[] {
  if (live) return ['cancel'];
  if (state === 'held') return ['approve', 'discard'];
  const stillOpen = retry === null || (!liveRunStates.has(retry.state) && retry.outcome !== 'complete');
  return state === 'published' && counts.failed > 0 && stillOpen ? ['retry'] : [];
}

interface RunActionsProps {
  run: Run & { before: number | null };
  live: boolean;
  onChanged: () => void;
}

/** What a person may do with a run in its state; what others will notice asks once more. */
export function RunActions({ run, live, onChanged }: RunActionsProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const failed = useFailed();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Action>();
  const does = useRoleDoes();
  const act = async (action: Action, reason: string) => {
    try {
      const changed = await (action === 'retry' ? api.retryRun(run.id) : api.actOnRun(run.id, action, reason));
      notify(t(`run.actions.${action}.done`), { type: 'success' });
      if (action === 'retry') void navigate(`/runs/${changed.id}/show`);
    } catch (error) {
      failed(error);
    }
    setAsked(undefined);
    onChanged();
  };
  return (
    <>
      {!live && run.kind !== 'shadow' && run.before !== null && run.closedAt !== null && (
        <Button component={Link} to={`/runs/${run.id}/compare`} variant="outlined">
          {t('run.compare.link')}
        </Button>
      )}
      {possibleActions(run, live)
        .filter((action) => does(needed[action]))
        .map((action) => (
          <Button key={action} variant={action === 'approve' ? 'contained' : 'outlined'} onClick={() => setAsked(action)}>
            {t(`run.actions.${action}.label`)}
          </Button>
        ))}
      {asked && (
        <ConfirmDialog
          title={t(`run.actions.${asked}.title`)}
          text={t(`run.actions.${asked}.text`)}
          confirm={t(`run.actions.${asked}.label`)}
          withReason={asked !== 'retry'}
          onConfirm={(reason) => act(asked, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
