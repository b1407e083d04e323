import type { Shadow, ShadowMover } from '@matchwatch/contracts';
import { type ShadowMove, shadowMoves } from '@matchwatch/domain';
import { applicantTypeLabel, riskLevelLabel, ruleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { type ReactNode, useState } from 'react';
import { applicantLink } from '../applicants/applicant-links.js';
import { advisorName } from '../applicants/applicant-name.js';
import { LevelBar } from '../home/level-strip.js';
import { useText } from '../i18n/use-text.js';
import { LevelBadge } from '../level/level-badge.js';
import { levelsBySeverity } from '../level/levels-by-severity.js';
import { countText } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { smallNumberTable } from '../surface/number-table.js';
import { plainList } from '../surface/plain-list.js';
import { ruled } from '../surface/ruled.js';
import { TextLink } from '../surface/text-link.js';

interface TrialResultProps {
  shadow: Shadow;
  move: ShadowMove | undefined;
  onMove: (move: ShadowMove | undefined) => void;
}

/** Whom a draft would move: in numbers, by level, type, advisor and rule, and by name. */
export function TrialResult({ shadow, move, onMove }: TrialResultProps) {
  const t = useText();
  const { applicants, moves, flags } = shadow;
  const moving = shadowMoves.filter((each) => moves[each] > 0);
  return (
    <Box sx={{ mt: '14px', display: 'grid', gap: '22px' }}>
      <Box>
        {moving.length === 0 ? (
          <Box sx={{ fontWeight: 600 }}>{t('policy.trial.nobody')}</Box>
        ) : (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '10px' }}>
            {moving.map((each) => (
              <Tile key={each} type="button" aria-pressed={move === each} onClick={() => onMove(move === each ? undefined : each)}>
                <b>{countText(moves[each])}</b>
                <span>{t(`policy.trial.moves.${each}`)}</span>
              </Tile>
            ))}
          </Box>
        )}
        <Box sx={{ color: 'var(--mute)', fontSize: 13, mt: '10px' }}>
          {[
            t('policy.trial.applicants', { smart_count: applicants.assessed }),
            t('policy.trial.changed', { smart_count: applicants.changed }),
            applicants.reworded > 0 && t('policy.trial.reworded', { smart_count: applicants.reworded }),
            flags.closing === 0
              ? t('policy.trial.noFlags')
              : `${t('policy.trial.flags', { smart_count: flags.closing })}${flags.unreviewed > 0 ? `, ${t('policy.trial.unreviewed', { smart_count: flags.unreviewed })}` : ''}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </Box>
      <Levels shadow={shadow} />
      <Movers shadow={shadow} move={move} />
      <Box
        sx={{
          display: 'grid',
          gap: '22px 28px',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        <NumberTable
          title={t('policy.trial.byAdvisor')}
          columns={[t('policy.trial.advisor'), t('policy.trial.before'), t('policy.trial.after'), t('policy.trial.change')]}
          rows={shadow.byAdvisor.map(({ advisor, before, after }) => [
            advisor ? advisorName(advisor) : t('policy.trial.noAdvisor'),
            before,
            after,
            signed(after - before),
          ])}
        />
        <NumberTable
          title={t('policy.trial.byType')}
          columns={[t('policy.trial.type'), t('policy.trial.people'), ...movesOf(shadow).map((each) => t(`policy.trial.moves.${each}`))]}
          rows={shadow.byType.map(({ applicantType, applicants: people, moves: of }) => [
            applicantTypeLabel(applicantType),
            people,
            ...movesOf(shadow).map((each) => of[each]),
          ])}
        />
        <NumberTable
          wide
          title={t('policy.trial.byRule')}
          columns={[
            t('policy.trial.rule'),
            t('policy.trial.opened'),
            t('policy.trial.raised'),
            t('policy.trial.lowered'),
            t('policy.trial.closed'),
          ]}
          rows={shadow.byRule.map(({ code, opened, raised, lowered, closed }) => [ruleLabel(code), opened, raised, lowered, closed])}
        />
      </Box>
    </Box>
  );
}

const movesOf = ({ moves }: Shadow): ShadowMove[] => shadowMoves.filter((each) => moves[each] > 0);
const signed = (value: number): string => (value > 0 ? `+${countText(value)}` : value < 0 ? `−${countText(-value)}` : '0');

const Tile = styled('button')({
  all: 'unset',
  cursor: 'pointer',
  display: 'grid',
  gap: 2,
  minWidth: 96,
  boxSizing: 'border-box',
  padding: '10px 14px',
  border: '1px solid var(--line)',
  borderRadius: 12,
  backgroundColor: 'var(--paper)',
  '& b': { fontSize: 22, lineHeight: 1.2, letterSpacing: '-0.02em', fontWeight: 650 },
  '& span': { fontSize: 13, color: 'var(--mute)' },
  '&:hover': { borderColor: 'var(--line-strong)', backgroundColor: 'var(--raised)' },
  '&:focus-visible': { outline: '2px solid var(--brand)', outlineOffset: 2 },
  '&[aria-pressed=true]': { borderColor: 'var(--brand)', backgroundColor: 'var(--brand-soft)' },
  '&[aria-pressed=true] span': { color: 'var(--ink)' },
});

const Title = ({ children }: { children: ReactNode }) => (
  <Box component="h3" sx={{ m: '0 0 8px', fontSize: 13, fontWeight: 600, color: 'var(--mute)' }}>
    {children}
  </Box>
);

/** Two bars of levels, and under them the very numbers. */
function Levels({ shadow: { levels } }: { shadow: Shadow }) {
  const t = useText();
  return (
    <Box component="section" aria-label={t('policy.trial.levels')}>
      <Title>{t('policy.trial.levels')}</Title>
      {(['before', 'after'] as const).map((side) => (
        <Box key={side} sx={{ display: 'grid', gridTemplateColumns: '64px minmax(0, 1fr)', gap: '10px', alignItems: 'center', mb: '6px' }}>
          <Box sx={{ fontSize: 13, color: 'var(--mute)' }}>{t(`policy.trial.${side}`)}</Box>
          <Box sx={{ borderRadius: '6px', overflow: 'hidden' }}>
            <LevelBar levels={levels[side]} height={14} />
          </Box>
        </Box>
      ))}
      <NumberTable
        columns={[t('policy.trial.level'), t('policy.trial.before'), t('policy.trial.after'), t('policy.trial.change')]}
        rows={levelsBySeverity.map((level) => [
          riskLevelLabel(level),
          levels.before[level],
          levels.after[level],
          signed(levels.after[level] - levels.before[level]),
        ])}
        caption={t('policy.trial.levels')}
        shownAtFirst={levelsBySeverity.length}
      />
    </Box>
  );
}

interface NumberTableProps {
  title?: string;
  caption?: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  shownAtFirst?: number;
  wide?: boolean;
}

function NumberTable({ title, caption, columns, rows, shownAtFirst = 6, wide = false }: NumberTableProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  return (
    <Box {...(title && { component: 'section', 'aria-label': title })} sx={{ minWidth: 0, gridColumn: wide ? '1 / -1' : undefined }}>
      {title && <Title>{title}</Title>}
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title ?? caption}>
        <Box component="table" sx={{ ...smallNumberTable, '& tbody th': { fontWeight: 400 } }}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, i) => (
                  <Box component="td" key={columns[i + 1]} sx={{ color: cell === 0 || cell === '0' ? 'var(--mute)' : 'inherit' }}>
                    {typeof cell === 'number' ? countText(cell) : cell}
                  </Box>
                ))}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      {rows.length > shown.length && (
        <LinkButton type="button" onClick={() => setAll(true)}>
          {t('policy.trial.moreRows', { count: rows.length })}
        </LinkButton>
      )}
    </Box>
  );
}

const moversAtFirst = 10;

/** Who would move, by name, the largest movements first. */
function Movers({ shadow: { movers, moversTotal }, move }: Pick<TrialResultProps, 'shadow' | 'move'>) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? movers : movers.slice(0, moversAtFirst);
  if (moversTotal === 0 && move === undefined) return null;
  return (
    <Box component="section" aria-label={t('policy.trial.movers')}>
      <Title>
        {move ? t(`policy.trial.moves.${move}`) : t('policy.trial.moversAll')} ·{' '}
        {t('policy.trial.shown', { shown: countText(shown.length), total: countText(moversTotal) })}
      </Title>
      {movers.length === 0 && <Box sx={{ color: 'var(--mute)' }}>{t('policy.trial.noMovers')}</Box>}
      <Box component="ul" sx={plainList}>
        {shown.map((mover) => (
          <Mover key={mover.applicantId} mover={mover} />
        ))}
      </Box>
      {movers.length > shown.length && (
        <LinkButton type="button" onClick={() => setAll(true)}>
          {t('policy.trial.moreRows', { count: movers.length })}
        </LinkButton>
      )}
    </Box>
  );
}

const kinds = {
  opened: 'policy.trial.opened',
  raised: 'policy.trial.raised',
  lowered: 'policy.trial.lowered',
  closed: 'policy.trial.closed',
} as const;

function Mover({ mover: { applicantId, name, season, advisor, from, to, move, findings } }: { mover: ShadowMover }) {
  const t = useText();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
        gap: '3px 16px',
        py: '8px',
        ...ruled,
      }}
    >
      <Box>
        <TextLink to={applicantLink(applicantId)} sx={{ fontWeight: 600 }}>
          {name}
        </TextLink>
        <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
          {` · ${t('season.match', { season })}${advisor ? ` · ${advisorName(advisor)}` : ''}`}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', gap: '6px', alignItems: 'center' }}>
        <LevelBadge level={from} />
        {move === null ? (
          <Box component="span" sx={{ color: 'var(--mute)', fontSize: 13 }}>
            {t('policy.trial.findingsOnly')}
          </Box>
        ) : (
          <>
            <span aria-hidden="true">→</span>
            <LevelBadge level={to} />
          </>
        )}
      </Box>
      <Box sx={{ gridColumn: '1 / -1', color: 'var(--mute)', fontSize: 13 }}>
        {findings.map(({ code, kind }) => `${t(kinds[kind]).toLowerCase()}: ${ruleLabel(code)}`).join('; ')}
      </Box>
    </Box>
  );
}
