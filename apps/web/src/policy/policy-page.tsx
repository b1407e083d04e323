import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { shortDay } from '../surface/day-text.js';
import { Failure } from '../surface/failure.js';
import { PageHeading } from '../surface/page-heading.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { InlineLink } from '../surface/text-link.js';
import { BeginDraftDialog } from './begin-draft-dialog.js';
import { isToConfirm } from './policy-filter.js';
import { PolicyNumbers } from './policy-numbers.js';
import { useShownPolicy } from './use-shown-policy.js';
import { VersionList } from './version-list.js';

const tabs = ['numbers', 'versions'] as const;

/** Every number that rules go by, and the versions that changed them. */
export function PolicyPage() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [beginning, setBeginning] = useState(false);
  const { data: policy, error, isPending, refetch } = useShownPolicy();
  const mayBegin = useRoleDoes()('policy.draft');
  if (isPending) return <PageSkeleton />;
  if (!policy) return <Failure error={error} onRetry={() => void refetch()} />;
  const tab = tabs.find((each) => each === params.get('tab')) ?? 'numbers';
  const { version, effectiveOn, next, keys } = policy;
  return (
    <>
      <PageHeading
        tab={t('policy.title')}
        title={t('policy.heading')}
        sub={
          <>
            <div>
              {effectiveOn ? t('policy.sub', { version, day: shortDay(effectiveOn, policy.asOf) }) : t('policy.subDefault', { version })}
              {next && (
                <>
                  {' · '}
                  <InlineLink to={`/policy/versions/${next.id}`}>
                    {t('policy.next', { version: next.version, day: shortDay(next.effectiveOn, policy.asOf) })}
                  </InlineLink>
                </>
              )}
            </div>
            <div>
              {t('policy.counts', {
                numbers: keys.length,
                changed: keys.filter(({ changed }) => changed !== null).length,
                confirm: keys.filter(isToConfirm).length,
              })}
            </div>
          </>
        }
        actions={
          mayBegin && (
            <Button variant="contained" onClick={() => setBeginning(true)}>
              {t('policy.begin')}
            </Button>
          )
        }
      />
      <Tabs
        value={tab}
        onChange={(_event, to: string) => setParams(to === 'numbers' ? {} : { tab: to }, { replace: true, preventScrollReset: true })}
        aria-label={t('policy.tabs.label')}
        sx={{ mb: '18px', borderBottom: '1px solid var(--line)' }}
      >
        {tabs.map((each) => (
          <Tab key={each} value={each} label={t(`policy.tabs.${each}`)} id={`tab-${each}`} aria-controls={`panel-${each}`} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'numbers' ? <PolicyNumbers policy={policy} /> : <VersionList />}
      </Box>
      {beginning && <BeginDraftDialog onClose={() => setBeginning(false)} />}
    </>
  );
}
