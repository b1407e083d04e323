import {
  type ApplicantRecord,
  type Day,
  type ExamName,
  type Intervention,
  type InterventionAnswer,
  type RiskLevel,
  specialtyName,
} from '@matchwatch/domain';
import { examLabel, interventionAnswerLabel, interventionLabel, practiceKindLabel, riskLevelLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useCallback, useMemo, useState } from 'react';
import { useRulebook } from '../applicants/use-rulebook.js';
import { useText } from '../i18n/use-text.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { shortDay } from '../surface/day-text.js';
import type { Tokens } from '../theme/tokens.js';
import { ChartCard } from './chart-card.js';
import { scoreChartOption } from './score-chart.js';
import { examsWithScores, scoreSeries } from './score-series.js';

/** Something that was advised, with the day. */
export interface AdvisedOn {
  on: Day;
  intervention: Intervention;
  answer: InterventionAnswer;
}

const none: readonly AdvisedOn[] = [];
const noLevels: readonly { on: Day; to: RiskLevel }[] = [];

interface ScoreCardProps {
  record: ApplicantRecord;
  advised?: readonly AdvisedOn[] | undefined;
  /** Changes of level, in any order; left out where they are closed to the reader. */
  levels?: readonly { on: Day; to: RiskLevel }[] | undefined;
}

/** Exam and practice scores against what the specialty asks for, with what was advised and the level over time. */
export function ScoreCard({ record, advised = none, levels = noLevels }: ScoreCardProps) {
  const today = useToday();
  const t = useText();
  const rulebook = useRulebook();
  const exams = useMemo(() => examsWithScores(record), [record]);
  const [chosen, setChosen] = useState<ExamName>();
  const exam = chosen !== undefined && exams.includes(chosen) ? chosen : exams[0];
  const series = useMemo(() => (exam ? scoreSeries(record, exam) : undefined), [record, exam]);
  const primary = record.specialtyPlan?.primary;
  // Ranges are about Step 2 CK; other exams have none to be drawn.
  const range = exam === 'step2ck' ? rulebook?.ranges.find(({ specialty }) => specialty === primary) : undefined;
  const optionOf = useCallback(
    (tokens: Tokens) =>
      series
        ? scoreChartOption(
            {
              series,
              range:
                range && range.low !== null && primary ? { name: specialtyName(primary), low: range.low, high: range.high } : undefined,
              passMarks: rulebook?.passMarks ?? [],
              advised: [...byDay(advised)].map(([on, { length: count }]) => ({ on, count })),
              levels: [...levels].sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ on, to }) => ({ on, level: to })),
              today,
              words: {
                level: riskLevelLabel,
                exam: examLabel(series.exam),
                passMark: (mark) => t('scores.passMark', { mark }),
                booked: (day) => t('scores.booked', { day }),
                advised: (count) => t('scores.advised', { smart_count: count }),
                practice: practiceKindLabel,
              },
            },
            tokens,
          )
        : {},
    [series, range, primary, rulebook, advised, levels, today, t],
  );
  if (!exam || !series)
    return (
      <Card title={t('scores.title')}>
        <Box sx={{ color: 'var(--mute)' }}>{t('scores.none')}</Box>
      </Card>
    );
  const table = {
    caption: t('scores.title'),
    columns: [t('scores.day'), t('scores.test'), t('scores.score')],
    rows: [
      ...series.practice.map(({ on, score, kind }) => [on, practiceKindLabel(kind), score] as const),
      ...series.results.map(({ on, score }) => [on, examLabel(exam), score] as const),
      ...levels.map(({ on, to }) => [on, t('scores.level'), riskLevelLabel(to).toLowerCase()] as const),
      ...advised.map(
        ({ on, intervention, answer }) => [on, interventionLabel(intervention), interventionAnswerLabel(answer).toLowerCase()] as const,
      ),
    ]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, test, score]) => [shortDay(on), test, score]),
  };
  return (
    <ChartCard
      title={t('scores.title')}
      label={t('scores.label', { exam: examLabel(exam), count: series.practice.length + series.results.length })}
      height={levels.length > 0 ? 275 : 250}
      optionOf={optionOf}
      table={table}
    >
      {exams.length > 1 && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={exam}
          onChange={(_event, next: ExamName | null) => next && setChosen(next)}
          aria-label={t('scores.exam')}
          sx={{ mt: '8px', '& .MuiToggleButton-root': { textTransform: 'none', py: '2px', px: '10px', fontSize: 12.5 } }}
        >
          {exams.map((each) => (
            <ToggleButton key={each} value={each}>
              {examLabel(each)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </ChartCard>
  );
}

function byDay(advised: readonly AdvisedOn[]): Map<Day, AdvisedOn[]> {
  const days = new Map<Day, AdvisedOn[]>();
  for (const each of advised) days.set(each.on, [...(days.get(each.on) ?? []), each]);
  return days;
}
