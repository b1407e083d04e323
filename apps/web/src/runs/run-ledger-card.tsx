import type { Run } from '@matchwatch/contracts';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { Card } from '../surface/card.js';
import { instantText, shortDay } from '../surface/day-text.js';
import { Fact, FactList } from '../surface/fact-list.js';
import { InlineLink } from '../surface/text-link.js';

/** The beginning of a digest: enough to see whether two are the same. */
export const digestText = (digest: string): string => digest.slice(0, 10);

/** What a run went by: who asked, which day, which policy, rules and records. */
export function RunLedgerCard({ run }: { run: Run }) {
  const t = useText();
  const school = useSession()?.school;
  return (
    <Card title={t('run.ledger.title')}>
      <FactList account>
        <Fact name={t('run.ledger.trigger')}>{run.requestedBy}</Fact>
        {run.slotAt !== null && (
          <Fact name={t('run.ledger.slot')}>
            {instantText(run.slotAt, school?.timeZone, school?.today)}
            {run.late && ` · ${t('run.late')}`}
          </Fact>
        )}
        <Fact name={t('run.ledger.asOf')}>{shortDay(run.asOf, school?.today)}</Fact>
        <Fact name={t('run.ledger.policy')}>
          {run.policyVersionId === null ? run.policy : <InlineLink to={`/policy/versions/${run.policyVersionId}`}>{run.policy}</InlineLink>}
        </Fact>
        <Fact name={t('run.ledger.rules')}>
          <code>{digestText(run.rulesDigest)}</code>
        </Fact>
        {run.inputHash !== null && (
          <Fact name={t('run.ledger.input')}>
            <code title={t('run.ledger.inputHelp')}>{digestText(run.inputHash)}</code>
          </Fact>
        )}
      </FactList>
    </Card>
  );
}
