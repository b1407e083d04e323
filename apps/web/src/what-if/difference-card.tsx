import type { Finding } from '@matchwatch/domain';
import { specialtyName } from '@matchwatch/domain';
import { categoryLabel, findingLevelLabel, sentence } from '@matchwatch/words';
import Box from '@mui/material/Box';
import { type ReactNode, useMemo, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { FindingBadge } from '../level/level-badge.js';
import { Card } from '../surface/card.js';
import { Column } from '../surface/columns.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { compareAnswers } from './answer-difference.js';
import type { WhatIf } from './use-what-if.js';

/** Which reasons go, come, weigh differently and stay, and what becomes of specialties and programs. */
export function DifferenceCard({ whatIf: { today, after, changes } }: { whatIf: WhatIf }) {
  const t = useText();
  const difference = useMemo(() => compareAnswers(today, after), [today, after]);
  const { goes, comes, moves, stays, unknown } = difference;
  const isTried = changes.length > 0;
  const isSame = goes.length + comes.length + moves.length + unknown.length === 0;
  return (
    <Column>
      <Card title={t(isTried ? 'whatIf.reasonsTried' : 'whatIf.reasonsToday')}>
        {!isTried &&
          (stays.length === 0 ? <Box sx={{ color: 'var(--mute)' }}>{t('reasons.none.title')}</Box> : <Findings findings={stays} />)}
        {isTried && (
          <>
            {isSame && <Box sx={{ color: 'var(--mute)' }}>{t('whatIf.noDifference')}</Box>}
            <Group title={t('whatIf.goes')} findings={goes} />
            <Group title={t('whatIf.unknown')} help={t('whatIf.unknownHelp')} findings={unknown} />
            <Group title={t('whatIf.comes')} findings={comes} />
            <Group
              title={t('whatIf.moves')}
              findings={moves.map(({ finding }) => finding)}
              note={(code) => {
                const from = moves.find(({ finding }) => finding.code === code)?.from;
                return from && t('whatIf.was', { level: findingLevelLabel(from).toLowerCase() });
              }}
            />
            <Stays findings={stays} />
          </>
        )}
      </Card>
      <SpecialtyCard today={today} after={after} isTried={isTried} />
    </Column>
  );
}

interface GroupProps {
  title: string;
  help?: string;
  findings: readonly Finding[];
  note?: ((code: string) => string | undefined) | undefined;
}

function Group({ title, help, findings, note }: GroupProps) {
  if (findings.length === 0) return null;
  return (
    <Box sx={{ '& + &': { mt: '14px' } }}>
      <Box component="h3" sx={{ m: 0, fontSize: 13, fontWeight: 600, color: 'var(--mute)' }}>
        {title} <span>({findings.length})</span>
      </Box>
      {help && <Box sx={{ fontSize: 13, color: 'var(--mute)' }}>{help}</Box>}
      <Findings findings={findings} note={note} />
    </Box>
  );
}

function Findings({ findings, note }: Pick<GroupProps, 'findings' | 'note'>) {
  return (
    <Box component="ul" sx={plainList}>
      {findings.map((finding) => (
        <Box
          component="li"
          key={finding.code}
          sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '4px 14px', py: '6px', alignItems: 'baseline' }}
        >
          <Box sx={{ flex: '1 1 260px', textWrap: 'pretty' }}>
            <Box sx={{ display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>
              {sentence(finding)}
            </Box>
            {note?.(finding.code) && <Box sx={{ fontSize: 12.5, color: 'var(--mute)' }}>{note(finding.code)}</Box>}
          </Box>
          <FindingBadge level={finding.level} />
        </Box>
      ))}
    </Box>
  );
}

function Stays({ findings }: { findings: readonly Finding[] }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (findings.length === 0) return null;
  return (
    <Box sx={{ mt: '14px' }}>
      {open && <Group title={t('whatIf.stays')} findings={findings} />}
      <LinkButton type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('whatIf.fewer') : t('whatIf.staysMore', { smart_count: findings.length })}
      </LinkButton>
    </Box>
  );
}

const cell = { py: '7px', pr: '12px', textAlign: 'left', verticalAlign: 'baseline', borderTop: '1px solid var(--line)' } as const;

/** Categories and the number of programs, before and after. */
function SpecialtyCard({ today, after, isTried }: Pick<WhatIf, 'today' | 'after'> & { isTried: boolean }) {
  const t = useText();
  const keys = [...new Set([...today.categories, ...after.categories].map(({ specialty }) => specialty))];
  const category = (answer: WhatIf['today'], key: (typeof keys)[number]) => {
    const found = answer.categories.find(({ specialty }) => specialty === key);
    if (!found) return '–';
    return found.category ? categoryLabel(found.category) : t('plan.noCategory');
  };
  const target = ({ programTarget }: WhatIf['today']) =>
    programTarget
      ? t('whatIf.programs', {
          count:
            programTarget.minimum === programTarget.maximum ? programTarget.minimum : `${programTarget.minimum}–${programTarget.maximum}`,
        })
      : t('whatIf.noTarget');
  const rows: { name: string; before: string; after: string }[] = [
    ...keys.map((key) => ({ name: specialtyName(key), before: category(today, key), after: category(after, key) })),
    { name: t('whatIf.target'), before: target(today), after: target(after) },
  ];
  return (
    <Card title={t('whatIf.specialties')}>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse' }}>
        <thead>
          <tr>
            <Head>{t('whatIf.fact')}</Head>
            <Head>{t('whatIf.today')}</Head>
            {isTried && <Head>{t('whatIf.after')}</Head>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, before, after }) => (
            <tr key={name}>
              <Box component="th" scope="row" sx={{ ...cell, fontWeight: 400 }}>
                {name}
              </Box>
              <Box component="td" sx={{ ...cell, color: isTried ? 'var(--mute)' : 'inherit' }}>
                {before}
              </Box>
              {isTried && (
                <Box component="td" sx={{ ...cell, fontWeight: after === before ? 400 : 600 }}>
                  {after}
                </Box>
              )}
            </tr>
          ))}
        </tbody>
      </Box>
    </Card>
  );
}

const Head = ({ children }: { children: ReactNode }) => (
  <Box component="th" scope="col" sx={{ ...cell, borderTop: 0, pt: 0, fontSize: 12.5, fontWeight: 500, color: 'var(--mute)' }}>
    {children}
  </Box>
);
