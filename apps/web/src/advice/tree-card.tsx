import type { ApplicantDetail } from '@matchwatch/contracts';
import { type Day, type DecisionNode, decisionEdges, decisionNodes, type TreeStanding } from '@matchwatch/domain';
import { findSeason, type Policy, standInTree } from '@matchwatch/risk-rules';
import { decisionAnswerLabel, decisionNodeLabel, missingLabel, sentenceCase } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { type Text, useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import { plainList } from '../surface/plain-list.js';

interface TreeCardProps {
  detail: ApplicantDetail;
  policy: Policy;
  today: Day;
}

/** The decision tree of what follows the Match, with where this person stands and which way the contingency plan would go. */
export function TreeCard({ detail: { record }, policy, today }: TreeCardProps) {
  const t = useText();
  const standing = standInTree(record, findSeason(policy, record.season, today), today);
  return (
    <Card title={t('tree.title')}>
      {standing.at === null ? (
        <Box sx={{ color: 'var(--mute)' }}>{t('tree.withdrawn')}</Box>
      ) : (
        <>
          <Box component="ol" sx={plainList}>
            {decisionNodes.map((node) => (
              <Place key={node} node={node} standing={standing} />
            ))}
          </Box>
          <Deciding standing={standing} today={today} />
        </>
      )}
      <Box sx={{ color: 'var(--mute)', fontSize: 12.5, mt: '10px' }}>{t('tree.reading')}</Box>
    </Card>
  );
}

/** How far each place is indented: the deeper, the further from the start. */
const depth: Readonly<Record<DecisionNode, number>> = {
  'awaiting-match': 0,
  matched: 0,
  residency: 1,
  'soap-spots': 1,
  'backups-and-preliminary': 2,
  'best-fit': 2,
  'research-or-clinical': 2,
  'research-group': 3,
  'clinical-role': 3,
  reapply: 3,
};

function Place({ node, standing: { at, passed, planned } }: { node: DecisionNode; standing: TreeStanding }) {
  const t = useText();
  const isHere = node === at;
  const isPlanned = planned.includes(node);
  const state = isHere ? t('tree.here') : passed.includes(node) ? t('tree.passed') : isPlanned ? t('tree.planned') : undefined;
  return (
    <Box
      component="li"
      aria-current={isHere ? 'step' : undefined}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'baseline',
        gap: '0 8px',
        ml: `${depth[node] * 16}px`,
        pl: '12px',
        py: '3px',
        borderLeft: `3px ${isPlanned || isHere ? 'solid' : 'dotted'} ${isHere || isPlanned ? 'var(--brand)' : 'var(--line-strong)'}`,
        color: isHere || isPlanned || passed.includes(node) ? 'var(--ink)' : 'var(--mute)',
        ...(isHere && { fontWeight: 600, bgcolor: 'var(--brand-soft)', borderRadius: '0 8px 8px 0' }),
      }}
    >
      <span>{decisionNodeLabel(node)}</span>
      <Box component="span" sx={{ fontSize: 12.5, fontWeight: 400, color: 'var(--mute)' }}>
        {[conditionOf(node, t), state].filter(Boolean).join(' · ')}
      </Box>
    </Box>
  );
}

/** The answer that leads here; none where several ways do. */
function conditionOf(node: DecisionNode, t: Text): string | undefined {
  const ways = decisionEdges.filter(({ to }) => to === node);
  const when = ways.length === 1 ? ways[0]?.when : undefined;
  return when ? t('tree.when', { answer: decisionAnswerLabel(when) }) : undefined;
}

function Deciding({ standing: { decidedBy }, today }: { standing: TreeStanding; today: Day }) {
  const t = useText();
  if (decidedBy.length === 0) return null;
  return (
    <Box sx={{ mt: '10px' }}>
      <Box sx={{ fontSize: 13, fontWeight: 600 }}>{t('tree.decides')}</Box>
      <Box component="ul" sx={{ m: 0, pl: '18px' }}>
        {decidedBy.map(({ fact, on }) => {
          const label = sentenceCase(missingLabel(fact));
          return <li key={fact}>{on === null ? label : t('tree.fact', { fact: label, day: shortDay(on, today) })}</li>;
        })}
      </Box>
    </Box>
  );
}
