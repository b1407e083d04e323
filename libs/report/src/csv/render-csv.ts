import { csvTextLine } from '@matchwatch/contracts/csv';
import type { WeeklyReport } from '@matchwatch/domain';
import type { ReportBlock, ReportNumber, ReportPart } from '../view/report-view.js';
import { levelText } from '../view/report-words.js';
import { weeklyView } from '../view/weekly-view.js';

const header = ['part', 'what', 'column', 'number', 'key', 'applicant_id', 'name', 'from', 'to', 'why'];

/**
 * The weekly report as CSV: a line for each number, held-back ones without it, and a line for each person of a list, named as far as `people`
 * knows them. Nothing that anybody wrote is run by a spreadsheet.
 */
export function renderCsv(report: WeeklyReport, people: ReadonlyMap<number, string>): string {
  const view = weeklyView(report);
  const lines = view.parts.flatMap((part) => part.blocks.flatMap((block) => linesOf(part, block, people)));
  return [header, ...lines].map(csvTextLine).join('');
}

const numberLine = (part: ReportPart, what: string, column: string, { key, value }: ReportNumber): string[] => [
  part.heading,
  what,
  column,
  value === null ? '' : String(value),
  key,
  '',
  '',
  '',
  '',
  '',
];

function linesOf(part: ReportPart, block: ReportBlock, people: ReadonlyMap<number, string>): string[][] {
  switch (block.kind) {
    case 'text':
    case 'flow':
      return [];
    case 'figures':
      return block.figures.flatMap((figure) => [
        numberLine(part, figure.label, 'now', figure),
        ...(figure.before ? [numberLine(part, figure.label, 'before', figure.before)] : []),
      ]);
    case 'table':
      return block.rows.flatMap(([first, ...cells]) =>
        cells.flatMap((cell, at) =>
          typeof cell === 'string'
            ? [[part.heading, String(first), block.columns[at + 1] ?? '', cell, '', '', '', '', '', '']]
            : [numberLine(part, String(first), block.columns[at + 1] ?? '', cell)],
        ),
      );
    case 'people':
      return [
        numberLine(part, block.heading, 'applicants', block.count),
        ...block.people.map(({ applicantId, from, to, lines }) => [
          part.heading,
          block.heading,
          'person',
          '',
          '',
          String(applicantId),
          people.get(applicantId) ?? '',
          block.moves ? levelText(from) : '',
          block.moves ? levelText(to) : '',
          lines.join(' '),
        ]),
      ];
  }
}
