import type { ApplicantDetail } from '@matchwatch/contracts';
import { areasWithoutRisk, findingRank } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { AgreeToAll, FlagReview } from '../reviews/flag-review.js';
import { Card } from '../surface/card.js';
import { EmptyState } from '../surface/empty-state.js';
import { plainList } from '../surface/plain-list.js';
import { Reason, type ReasonFinding } from './reason.js';
import { ruleOf, useRulebook } from './use-rulebook.js';

const bySeverity = (a: ReasonFinding, b: ReasonFinding): number => findingRank[b.level] - findingRank[a.level];

/** Why: every finding, the most serious first; what the school itself owes stands apart. */
export function ReasonsCard({ detail }: { detail: ApplicantDetail }) {
  const { answer, flags, challenges } = detail;
  const t = useText();
  const rulebook = useRulebook();
  if (!answer)
    return (
      <Card title={t('reasons.title')}>
        <EmptyState title={t('reasons.none.title')}>{t('applicant.notAssessed')}</EmptyState>
      </Card>
    );
  const risks = answer.findings.filter(({ area }) => !areasWithoutRisk.has(area)).sort(bySeverity);
  const ours = [...answer.findings.filter(({ area }) => areasWithoutRisk.has(area)), ...answer.careGaps].sort(bySeverity);
  const rows = (findings: readonly ReasonFinding[]) => (
    <Box component="ul" sx={plainList}>
      {findings.map((finding) => {
        const flag = flags.find(({ code, closedOn }) => code === finding.code && closedOn === null);
        return (
          <Reason
            key={`${finding.code}-${JSON.stringify(finding.evidence)}`}
            finding={finding}
            rule={ruleOf(rulebook, finding.code)}
            flag={flag}
            setsLevel={answer.setBy.includes(finding.code)}
            challenges={challenges.filter(({ subject }) => subject.kind === 'finding' && subject.about === finding.code)}
            review={flag && <FlagReview detail={detail} flag={flag} />}
          />
        );
      })}
    </Box>
  );
  return (
    <>
      {(risks.length > 0 || answer.riskLevel !== 'not-assessable') && (
        <Card
          title={t('reasons.title')}
          action={
            risks.length > 0 && (
              <>
                {t('reasons.count', { smart_count: risks.length })} <AgreeToAll detail={detail} />
              </>
            )
          }
        >
          {risks.length > 0 ? rows(risks) : <EmptyState title={t('reasons.none.title')}>{t('reasons.none.text')}</EmptyState>}
        </Card>
      )}
      {ours.length > 0 && <Card title={t('reasons.ours')}>{rows(ours)}</Card>}
    </>
  );
}
