import type { WeeklyReport } from '@matchwatch/domain';
import { counted, dayText, numberText } from '@matchwatch/words';
import { pathOf, type ReportBlock, type ReportNumber, type ReportPartKey, type ReportView } from '../view/report-view.js';
import { moveText } from '../view/report-words.js';
import { weeklyView } from '../view/weekly-view.js';
import { escapeHtml } from './escape-html.js';

/** A mail ready to be sent. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** How a report becomes a mail. */
export interface MailSetting {
  /** The address people type, without a slash at its end. */
  origin: string;
  /** The id of the edition, which the link leads to. */
  editionId: number;
  /** Whether applicants are named with their reasons; otherwise the mail carries counts and a link. */
  names: boolean;
  /** Names of those who are open to the recipient, by id; whoever is not among them is not named. */
  people?: ReadonlyMap<number, string> | undefined;
  /** Why the edition corrects one before it. */
  correction?: string | null | undefined;
  /** Said at the end, such as why somebody gets the mail and how to stop it. */
  ending?: string | undefined;
}

/** The parts of a report that a mail tells; the rest is behind its link. */
const told: ReadonlySet<ReportPartKey> = new Set<ReportPartKey>(['now', 'changed', 'waiting', 'ahead', 'trust']);
const mostNamed = 8;

/**
 * The weekly report as a mail in HTML and text: the same numbers as everywhere, and a link to the rest. It names nobody unless `names` says so,
 * loads nothing from anywhere, and reads in light and dark. Give it a report the recipient may have (`withoutWellbeing`).
 */
export function renderMail(report: WeeklyReport, setting: MailSetting): RenderedMail {
  const view = weeklyView(report);
  const parts = view.parts
    .filter(({ key }) => told.has(key))
    .map((part) => ({ ...part, blocks: part.blocks.filter((block) => isTold(block, part.key, setting)) }));
  const mail: ReportView = { ...view, parts };
  return { subject: subjectOf(report), html: htmlOf(mail, setting), text: textOf(mail, setting) };
}

/** Lists say no more than their numbers as long as nobody is named; runs are for whoever looks into them. */
function isTold(block: ReportBlock, part: ReportPartKey, { names }: MailSetting): boolean {
  if (block.kind === 'table') return block.caption !== 'Runs';
  return block.kind === 'people' ? part === 'changed' || (names && part === 'waiting' && block.count.value > 0) : block.kind !== 'flow';
}

/** Counts and days alone: subjects are read over shoulders. */
export const subjectOf = ({ changes, levels, period, season, since }: WeeklyReport): string => {
  const need = numberText(levels.closing['high-risk'] + levels.closing['at-risk']);
  const moved = since === null ? '' : `${numberText(changes.worse.applicants)} worse, ${numberText(changes.better.applicants)} better, `;
  return `Week of ${dayText(period)}: ${moved}${need} need someone (${season} Match)`;
};

const link = (origin: string, number: ReportNumber): string | undefined => {
  const path = pathOf(number);
  return path && origin + path;
};
const shown = (number: ReportNumber): string => (number.value === null ? '·' : numberText(number.value));
const reportAddress = ({ origin, editionId }: MailSetting): string => `${origin}/reports/${editionId}`;

function namesIn(block: Extract<ReportBlock, { kind: 'people' }>, { names, people }: MailSetting) {
  if (!names || !people) return [];
  return block.people.flatMap((person) => {
    const name = people.get(person.applicantId);
    return name === undefined ? [] : [{ ...person, name }];
  });
}

// HTML -------------------------------------------------------------------------------------------------------------------------------------

const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const styles = {
  body: `margin:0;padding:0;background:#f5f6f8;color:#18212f;${font};font-size:15px;line-height:1.5`,
  sheet: 'max-width:600px;margin:0 auto;padding:24px 20px;background:#ffffff',
  title: 'margin:0 0 4px;font-size:22px;line-height:1.25;font-weight:650;letter-spacing:-0.01em',
  mute: 'margin:0;color:#586373;font-size:13px',
  lead: 'margin:12px 0 0',
  heading: 'margin:28px 0 8px;font-size:16px;font-weight:650',
  small: 'margin:14px 0 4px;font-size:14px;font-weight:600',
  table: 'width:100%;border-collapse:collapse;font-size:14px;margin-top:6px',
  th: 'padding:4px 8px 4px 0;text-align:left;font-weight:500;color:#586373;font-size:13px',
  td: 'padding:6px 8px 6px 0;border-top:1px solid #dde2e9;vertical-align:top',
  number:
    'padding:6px 0 6px 8px;border-top:1px solid #dde2e9;text-align:right;white-space:nowrap;font-weight:600;font-variant-numeric:tabular-nums',
  numberHead: 'padding:4px 0 4px 8px;text-align:right;font-weight:500;color:#586373;font-size:13px',
  link: 'color:#0b5c63;text-decoration:underline',
  button:
    'display:inline-block;margin:24px 0 4px;padding:11px 18px;border-radius:8px;background:#0b5c63;color:#ffffff;text-decoration:none;font-weight:600',
} as const;

// Clients that know of dark mode take these; the others turn the colours themselves, which the middle tones above bear.
const dark = `@media (prefers-color-scheme: dark) {
  .mw-body { background: #10151d !important; color: #e8edf4 !important; }
  .mw-sheet { background: #181f2a !important; color: #e8edf4 !important; }
  .mw-mute { color: #9ba7b8 !important; }
  .mw-line { border-color: #2a3443 !important; }
  .mw-link { color: #5fc2c4 !important; }
  .mw-button { background: #5fc2c4 !important; color: #0c1a1c !important; }
}`;

function htmlOf(view: ReportView, setting: MailSetting): string {
  const parts = view.parts
    .map(({ heading, blocks }) => {
      const inside = blocks.map((block) => htmlOfBlock(block, setting)).join('');
      return inside === '' ? '' : `<h2 style="${styles.heading}">${escapeHtml(heading)}</h2>${inside}`;
    })
    .join('\n');
  const notes = [setting.correction ? `This corrects an earlier edition: ${setting.correction}` : '', setting.ending ?? ''].filter(Boolean);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(view.title)}</title>
<style>${dark}</style>
</head>
<body class="mw-body" style="${styles.body}">
<div class="mw-sheet" style="${styles.sheet}">
<h1 style="${styles.title}">${escapeHtml(view.title)}</h1>
<p class="mw-mute" style="${styles.mute}">${escapeHtml(view.subtitle)}</p>
${view.lead.map((line) => `<p style="${styles.lead}">${escapeHtml(line)}</p>`).join('\n')}
<p style="margin:0"><a class="mw-button" style="${styles.button}" href="${escapeHtml(reportAddress(setting))}">Open the report</a></p>
${parts}
<p class="mw-mute" style="${styles.mute};margin-top:28px">${escapeHtml(view.footer)}</p>
${notes.map((note) => `<p class="mw-mute" style="${styles.mute};margin-top:6px">${escapeHtml(note)}</p>`).join('\n')}
</div>
</body>
</html>
`;
}

function htmlNumber(number: ReportNumber, { origin }: MailSetting): string {
  const address = link(origin, number);
  const text = `<span data-number="${escapeHtml(number.key)}">${shown(number)}</span>`;
  return address ? `<a class="mw-link" style="${styles.link}" href="${escapeHtml(address)}">${text}</a>` : text;
}

const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;
const textCell = (text: string): string => `<td class="mw-line" style="${styles.td}">${escapeHtml(text)}</td>`;
const numberCell = (html: string): string => `<td class="mw-line" style="${styles.number}">${html}</td>`;
const table = (rows: readonly string[], head = ''): string =>
  `<table role="presentation" style="${styles.table}">${head}${rows.join('')}</table>`;

function htmlOfBlock(block: ReportBlock, setting: MailSetting): string {
  switch (block.kind) {
    case 'text':
      return `<p style="${styles.lead}">${escapeHtml(block.text)}</p>`;
    case 'flow':
      return '';
    case 'figures': {
      const before = block.figures.some((figure) => figure.before);
      const head = before ? headOf(['', 'Now', 'Before']) : '';
      return table(
        block.figures.map((figure) =>
          row([
            textCell(figure.label),
            numberCell(htmlNumber(figure, setting)),
            ...(before ? [numberCell(figure.before ? htmlNumber(figure.before, setting) : '')] : []),
          ]),
        ),
        head,
      );
    }
    case 'table':
      return table(
        block.rows.map((cells) =>
          row(cells.map((cell) => (typeof cell === 'string' ? textCell(cell) : numberCell(htmlNumber(cell, setting))))),
        ),
        headOf(block.columns),
      );
    case 'people': {
      const named = namesIn(block, setting);
      const line = table([row([textCell(block.heading), numberCell(htmlNumber(block.count, setting))])]);
      const items = named.slice(0, mostNamed).map(({ applicantId, name, from, to, lines }) => {
        const address = `${setting.origin}/applicants/${applicantId}/show`;
        const move = block.moves ? ` <span class="mw-mute" style="color:#586373">${escapeHtml(moveText(from, to))}</span>` : '';
        return `<li style="margin:0 0 6px"><a class="mw-link" style="${styles.link}" href="${escapeHtml(address)}">${escapeHtml(name)}</a>${move}${lines.map((each) => `<br>${escapeHtml(each)}`).join('')}</li>`;
      });
      return items.length === 0 ? line : `${line}<ul style="margin:6px 0 14px;padding-left:18px;font-size:14px">${items.join('')}</ul>`;
    }
  }
}

const headOf = (columns: readonly string[]): string =>
  row(
    columns.map(
      (column, at) => `<th scope="col" class="mw-mute" style="${at === 0 ? styles.th : styles.numberHead}">${escapeHtml(column)}</th>`,
    ),
  );

// Text -------------------------------------------------------------------------------------------------------------------------------------

function textOf(view: ReportView, setting: MailSetting): string {
  const parts = view.parts.flatMap(({ heading, blocks }) => {
    const lines = blocks.flatMap((block) => textOfBlock(block, setting));
    return lines.length === 0 ? [] : ['', heading, '-'.repeat(heading.length), ...lines];
  });
  return `${[
    view.title,
    view.subtitle,
    '',
    ...view.lead,
    '',
    `Open the report: ${reportAddress(setting)}`,
    ...parts,
    '',
    '-- ',
    view.footer,
    ...(setting.correction ? [`This corrects an earlier edition: ${setting.correction}`] : []),
    ...(setting.ending ? [setting.ending] : []),
  ].join('\n')}\n`;
}

function textOfBlock(block: ReportBlock, setting: MailSetting): string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'flow':
      return [];
    case 'figures':
      return block.figures.map((figure) => `${figure.label}: ${shown(figure)}${figure.before ? ` (before: ${shown(figure.before)})` : ''}`);
    case 'table':
      return block.rows.map(([first, ...cells]) => {
        const said = cells.map((cell, at) => (typeof cell === 'string' ? cell : `${block.columns[at + 1]}: ${shown(cell)}`));
        return `${typeof first === 'string' ? first : first ? shown(first) : ''}: ${said.join(', ')}`;
      });
    case 'people': {
      const named = namesIn(block, setting).slice(0, mostNamed);
      return [
        `${block.heading}: ${shown(block.count)}`,
        ...named.flatMap(({ name, from, to, lines }) => [
          `  - ${name}${block.moves ? ` (${moveText(from, to)})` : ''}`,
          ...lines.map((line) => `      ${line}`),
        ]),
        ...(named.length > 0 && block.count.value > named.length
          ? [`    and ${counted(block.count.value - named.length, 'more', 'more')}`]
          : []),
      ];
    }
  }
}
