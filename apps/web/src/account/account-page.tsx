import type { Account, AccountSession } from '@matchwatch/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { SubscriptionCard } from '../reports/subscription-card.js';
import { Column, Columns } from '../surface/columns.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { PasswordCard } from './password-card.js';
import { SecondFactorCard } from './second-factor-card.js';
import { SessionsCard } from './sessions-card.js';

/** One’s own account: password, second factor, sessions. */
export function AccountPage() {
  const t = useText();
  const api = useApi();
  const client = useQueryClient();
  const { data: account, error, refetch } = useQuery<Account>({ queryKey: ['account'], queryFn: ({ signal }) => api.getAccount(signal) });
  const { data: sessions } = useQuery<AccountSession[]>({
    queryKey: ['account', 'sessions'],
    queryFn: ({ signal }) => api.getSessions(signal),
  });
  const changed = () => void client.invalidateQueries({ queryKey: ['account'] });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!account) return <PageSkeleton />;
  return (
    <>
      <PageHeading tab={t('account.title')} title={t('account.title')} sub={t('account.sub')} />
      <Columns first="1fr">
        <Column>
          <SecondFactorCard account={account} onChanged={changed} />
          <PasswordCard account={account} onChanged={changed} />
        </Column>
        <Column>
          <SubscriptionCard />
          <SessionsCard sessions={sessions} onChanged={changed} />
        </Column>
      </Columns>
    </>
  );
}
