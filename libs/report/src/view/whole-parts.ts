import { type BreakdownColumn, type BreakdownRow, breakdownColumns, smallestTold, type WeeklyReport } from '@matchwatch/domain';
import {
  applicantTypeLabel,
  counted,
  dayText,
  listText,
  missingLabel,
  riskLevelLabel,
  ruleLabel,
  sentenceCase,
  specialtyText,
} from '@matchwatch/words';
import { listed } from './changed-part.js';
import { filterOf, filterOfList } from './links.js';
import { flowKey, type ReportBlock, type ReportCell, type ReportPart } from './report-view.js';
import { levelText, runKindText, runStateText } from './report-words.js';

/** Who cannot be assessed, and what is missing. */
export function unknownPart(report: WeeklyReport): ReportPart {
  const { notAssessable } = report;
  return {
    key: 'unknown',
    heading: 'Cannot assess yet',
    blocks: [
      ...(notAssessable.missing.length > 0
        ? [
            {
              kind: 'table' as const,
              caption: 'What is missing',
              columns: ['What', 'Applicants'],
              rows: notAssessable.missing.map(({ path, applicants }): ReportCell[] => [
                sentenceCase(missingLabel(path)),
                { key: `missing.${path}`, value: applicants },
              ]),
            },
          ]
        : []),
      {
        kind: 'people',
        heading: 'Who it is about',
        count: {
          key: 'notAssessable',
          value: notAssessable.applicants,
          filter: filterOfList(report, notAssessable, { riskLevel: ['not-assessable'] }),
        },
        people: notAssessable.people.map(({ applicantId, from, to, missing }) => ({
          applicantId,
          from,
          to,
          lines: missing.length > 0 ? [sentenceCase(`missing: ${listText(missing.map(missingLabel))}`)] : [],
        })),
        moves: true,
        none: 'Everybody can be assessed.',
      },
    ],
  };
}

/** Check-ins that wait, for those who may know. */
export const wellbeingPart = (report: WeeklyReport): ReportPart[] =>
  report.wellbeing === undefined
    ? []
    : [
        {
          key: 'wellbeing',
          heading: 'Wellbeing',
          blocks: [
            {
              kind: 'people',
              heading: 'A check-in asked for help and nothing has followed yet',
              count: {
                key: 'wellbeing',
                value: report.wellbeing.applicants,
                filter: filterOfList(report, report.wellbeing, { rule: 'care.wellbeing' }),
              },
              people: listed(report.wellbeing),
              moves: false,
              none: 'No check-in waits for an answer.',
            },
          ],
        },
      ];

/** The flags of each rule: open before, opened, cleared, open now. */
export function flagsPart(report: WeeklyReport): ReportPart {
  const { rules, flags, since } = report;
  const cells = (key: string, moves: Pick<WeeklyReport['flags'], 'before' | 'opened' | 'closed' | 'open'>, rule?: string): ReportCell[] => [
    { key: `${key}.before`, value: moves.before },
    { key: `${key}.opened`, value: moves.opened },
    { key: `${key}.closed`, value: moves.closed },
    { key: `${key}.open`, value: moves.open, filter: rule === undefined ? undefined : filterOf(report, { rule }) },
  ];
  return {
    key: 'flags',
    heading: 'Reasons across the cohort',
    blocks: [
      {
        kind: 'figures',
        figures: [
          { key: 'flags.raised', label: 'More serious than before', value: flags.raised },
          { key: 'flags.lowered', label: 'Less serious than before', value: flags.lowered },
        ],
      },
      {
        kind: 'table',
        caption: 'Flags by reason',
        columns: ['Reason', since === null ? 'Before' : dayText(since), 'New', 'Cleared', 'Now'],
        rows: [
          ['All reasons', ...cells('flags', flags)],
          ...rules.map((rule): ReportCell[] => [ruleLabel(rule.code), ...cells(`rules.${rule.code}`, rule, rule.code)]),
        ],
      },
    ],
  };
}

const columnLabels: Readonly<Record<BreakdownColumn, string>> = { needs: 'Need someone', watch: 'Watch', rest: 'Others' };

function breakdown<Key extends string>(
  name: string,
  caption: string,
  rows: readonly BreakdownRow<Key>[],
  labelOf: (key: Key) => string,
  others: string,
): ReportBlock {
  const held = rows.some(({ total, levels }) => total === null || Object.values<number | null>(levels).includes(null));
  return {
    kind: 'table',
    caption,
    columns: [name, 'Together', ...breakdownColumns.map((column) => columnLabels[column])],
    rows: rows.map(({ key, total, levels }): ReportCell[] => [
      key === null ? 'Not decided yet' : key === 'other' ? others : labelOf(key),
      { key: `breakdown.${name}.${key}.total`, value: total },
      ...breakdownColumns.map((column) => ({ key: `breakdown.${name}.${key}.${column}`, value: levels[column] })),
    ]),
    note: held
      ? `A dot stands where fewer than ${smallestTold} people are behind a number, and where such a number could be worked out from it.`
      : undefined,
  };
}

/** The cohort by type and specialty, with what tells of few held back, and everybody's way from level to level. */
export const cohortPart = ({ breakdown: { type, specialty }, flow, since }: WeeklyReport): ReportPart => ({
  key: 'cohort',
  heading: 'The whole cohort',
  blocks: [
    breakdown('Type', 'Levels by type of applicant', type, applicantTypeLabel, 'Other types'),
    breakdown('Specialty', 'Levels by specialty', specialty, specialtyText, 'Other specialties'),
    ...(since === null
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'From level to level',
            columns: [dayText(since), 'Now', 'Applicants'],
            rows: flow.map(({ from, to, applicants }): ReportCell[] => [
              levelText(from),
              to === null ? 'No level' : riskLevelLabel(to),
              { key: flowKey(from, to), value: applicants },
            ]),
          },
        ]),
  ],
});

/** Who accompanies how many, by name. */
export const caseloadPart = (report: WeeklyReport): ReportPart => ({
  key: 'caseload',
  heading: 'Caseload',
  blocks: [
    {
      kind: 'table',
      caption: 'Applicants by advisor',
      columns: ['Advisor', 'Applicants', 'Target', 'High risk', 'At risk', 'Overdue'],
      rows: report.caseload.map(({ advisor, name, applicants, target, highRisk, atRisk, overdue }): ReportCell[] => {
        const key = `caseload.${advisor ?? 'nobody'}`;
        const whose = advisor === null ? { noAdvisor: true } : { advisor };
        return [
          advisor === null ? 'Without an advisor' : (name ?? advisor),
          { key: `${key}.applicants`, value: applicants, filter: filterOf(report, whose) },
          target === null ? '–' : { key: `${key}.target`, value: target },
          { key: `${key}.highRisk`, value: highRisk, filter: filterOf(report, { ...whose, riskLevel: ['high-risk'] }) },
          { key: `${key}.atRisk`, value: atRisk, filter: filterOf(report, { ...whose, riskLevel: ['at-risk'] }) },
          { key: `${key}.overdue`, value: overdue, filter: filterOf(report, { ...whose, dueBefore: report.asOf }) },
        ];
      }),
    },
  ],
});

/** Whether the picture can be trusted: the runs it rests on and how fresh the data is. */
export function trustPart(report: WeeklyReport): ReportPart {
  const { runs, data, since } = report;
  const unwell = runs.filter(({ state, failed }) => state !== 'published' || failed > 0);
  return {
    key: 'trust',
    heading: 'Runs and data',
    blocks: [
      runs.some(({ state }) => state === 'published')
        ? {
            kind: 'text',
            text:
              unwell.length === 0
                ? `${sentenceCase(counted(runs.length, 'run'))} since the report before, published whole.`
                : `${sentenceCase(counted(unwell.length, 'run'))} of ${runs.length} since the report before to be looked into.`,
            tone: unwell.length === 0 ? 'calm' : 'warn',
          }
        : {
            kind: 'text',
            text: `No run was published${since === null ? '' : ` since ${dayText(since)}`}: levels are as they were.`,
            tone: 'warn',
          },
      {
        kind: 'figures',
        figures: [
          { key: 'data.changed', label: 'Records changed', value: data.changed },
          { key: 'data.stale', label: 'Records not changed for long', value: data.stale, filter: filterOf(report, { rule: 'data.stale' }) },
        ],
      },
      ...(runs.length > 0
        ? [
            {
              kind: 'table' as const,
              caption: 'Runs',
              columns: ['Run', 'As of', 'State', 'Assessed', 'Not answered'],
              rows: runs.map(({ id, kind, asOf, state, assessed, failed }): ReportCell[] => [
                `${id} · ${runKindText(kind)}`,
                dayText(asOf),
                runStateText(state),
                { key: `runs.${id}.assessed`, value: assessed, path: `/runs/${id}/show` },
                { key: `runs.${id}.failed`, value: failed },
              ]),
            },
          ]
        : []),
    ],
  };
}
