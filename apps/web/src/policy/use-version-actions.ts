import type { PolicyVersionDetail } from '@matchwatch/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { detailKey } from '../http/use-detail.js';
import { useText } from '../i18n/use-text.js';
import { problemText } from './problem-text.js';
import { shadowKey } from './use-shadow.js';
import { policyKey } from './use-shown-policy.js';
import { versionsKey } from './version-list.js';

/** Carries a call about a version out and shows what became of it everywhere; answers whether it went well. */
export function useVersionActions(id: number) {
  const t = useText();
  const client = useQueryClient();
  const notify = useNotify();
  const fresh = (detail: PolicyVersionDetail) => {
    client.setQueryData(detailKey('policy-versions', id), detail);
    for (const key of [policyKey, versionsKey, shadowKey(id)]) void client.invalidateQueries({ queryKey: key });
  };
  const act = async (call: () => Promise<PolicyVersionDetail>, done: string): Promise<boolean> => {
    try {
      fresh(await call());
      notify(done, { type: 'success' });
      return true;
    } catch (error) {
      notify(problemText(error, t), { type: 'error' });
      void client.invalidateQueries({ queryKey: detailKey('policy-versions', id) });
      return false;
    }
  };
  return { act, fresh };
}
