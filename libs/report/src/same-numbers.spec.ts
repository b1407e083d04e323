import { inflateSync } from 'node:zlib';
import { reportFaults, withoutWellbeing } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { renderCsv } from './csv/render-csv.js';
import { renderMail } from './mail/render-mail.js';
import { reportPdf } from './pdf/report-pdf.js';
import { quietReport, sampleNames, sampleReport } from './spec-kit.js';
import { numbersOf, type ReportNumber } from './view/report-view.js';
import { weeklyView } from './view/weekly-view.js';

const reports = [
  ['of a week in which something happened', sampleReport],
  ['of a quiet week', quietReport],
  ['without what is restricted', withoutWellbeing(sampleReport)],
] as const;

/** A number of the document by its key; undefined where the document has none of that key. */
function inDocument(document: unknown, { key }: ReportNumber): number | null | undefined {
  const report = document as typeof sampleReport;
  const [first = '', ...rest] = key.split('.');
  const [second = '', third = ''] = rest;
  switch (first) {
    case 'changes':
      return report.changes[second as keyof typeof report.changes].applicants;
    case 'gaps':
      return report.gaps[second as keyof typeof report.gaps].applicants;
    case 'notAssessable':
    case 'wellbeing':
      return report[first]?.applicants;
    case 'missing':
      return report.notAssessable.missing.find(({ path }) => path === rest.join('.'))?.applicants;
    case 'flow':
      return report.flow.find(({ from, to }) => (from ?? 'none') === second && (to ?? 'none') === third)?.applicants;
    case 'rules': {
      const part = rest.at(-1) as 'before';
      return report.rules.find(({ code }) => code === rest.slice(0, -1).join('.'))?.[part];
    }
    case 'exams':
      return rest.length === 1
        ? report.exams[second as 'within14']
        : report.exams.byExam.find(({ exam }) => exam === second)?.[third as 'within14'];
    case 'tasks':
      return second === 'due' ? report.tasks[third as 'within14'].applicants : report.tasks.overdue.applicants;
    case 'breakdown': {
      const rows = second === 'Type' ? report.breakdown.type : report.breakdown.specialty;
      const row = (rows as readonly { key: string | null; total: number | null; levels: Record<string, number | null> }[]).find(
        (each) => `${each.key}` === third,
      );
      return key.endsWith('.total') ? row?.total : row?.levels[rest[2] ?? ''];
    }
    case 'caseload': {
      const advisor = rest.slice(0, -1).join('.');
      return report.caseload.find((load) => (load.advisor ?? 'nobody') === advisor)?.[rest.at(-1) as 'applicants'];
    }
    case 'runs':
      return report.runs.find(({ id }) => `${id}` === second)?.[third as 'assessed'];
    default:
      return [first, ...rest].reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], report) as number;
  }
}

/** The text of a PDF page by page, word by word as it was set: its fonts are embedded, so glyphs are read by their map to characters. */
function textOfPdf(content: Buffer): string {
  const raw = content.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    const bytes = Buffer.from(body, 'latin1');
    return bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : body;
  });
  const maps = streams.filter((stream) => stream.includes('beginbfrange')).map(mapOf);
  const fonts = [...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id] as const);
  const mapOfFont = new Map(
    fonts.map(([name, id]) => {
      const [, to = ''] = new RegExp(`(?:^|\\n)${id} 0 obj[\\s\\S]*?/ToUnicode (\\d+) 0 R`).exec(raw) ?? [];
      const [, body = ''] = new RegExp(`(?:^|\\n)${to} 0 obj[\\s\\S]*?stream\\r?\\n([\\s\\S]*?)\\r?\\nendstream`).exec(raw) ?? [];
      const bytes = Buffer.from(body, 'latin1');
      return [name, mapOf(bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : body)] as const;
    }),
  );
  expect(maps.length).toBeGreaterThan(0);
  return streams
    .filter((stream) => stream.includes(' Tf'))
    .map((stream) => {
      let font = '';
      return [...stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)]
        .map(([, name, shown]) => {
          if (name !== undefined) font = name;
          return [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)]
            .map(([, hex = '']) => hex.replace(/.{4}/g, (glyph) => mapOfFont.get(font)?.get(Number.parseInt(glyph, 16)) ?? '?'))
            .join('');
        })
        .filter(Boolean)
        .join('\n');
    })
    .join('\n');
}

function mapOf(stream: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, from = '', , list = ''] of stream.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, hex = ''], at) => {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      map.set(Number.parseInt(from, 16) + at, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    });
  }
  return map;
}

describe.each(reports)('a report %s', (_, report) => {
  const numbers = numbersOf(weeklyView(report));
  const mail = renderMail(report, { origin: 'https://match.example.edu', editionId: 12, names: false });

  it('adds up', () => {
    expect(reportFaults(report)).toEqual([]);
  });

  it('is seen with the numbers of its document and no other', () => {
    expect(numbers.length).toBeGreaterThan(80);
    for (const number of numbers) expect([number.key, number.value]).toEqual([number.key, inDocument(report, number)]);
  });

  it('says the same in the HTML of a mail', () => {
    const said = [...mail.html.matchAll(/data-number="([^"]+)">([^<]+)</g)].map(([, key = '', text]) => [key, text]);
    expect(said.length).toBeGreaterThan(25);
    for (const [key, text] of said) expect([key, text]).toEqual([key, shown(numbers.find((number) => number.key === key))]);
  });

  it('and in its text, line by line', () => {
    const inHtml = [...mail.html.matchAll(/data-number="[^"]+">([^<]+)</g)].map(([, text]) => text);
    const body = mail.text.slice(mail.text.indexOf('Where the cohort stands'));
    const inText = [...body.matchAll(/: (\d[\d,]*|·)(?=$|,| \(|\n)|\(before: ([\d,]+|·)\)/gm)].map(
      ([, number, before]) => number ?? before,
    );
    expect(inText).toEqual(inHtml);
  });

  it('and as CSV', () => {
    const lines = renderCsv(report, sampleNames).split('\r\n').slice(1);
    const said = lines.flatMap((line) => {
      const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell);
      return cells[4] ? [[cells[4], cells[3]]] : [];
    });
    expect(said).toEqual(numbers.map(({ key, value }) => [key, value === null ? '' : String(value)]));
  });

  it('and on paper', async () => {
    const { content } = await reportPdf(report, sampleNames, { madeAt: new Date('2026-11-23T10:10:00Z'), correction: null });
    const text = textOfPdf(content);
    const words = text.split('\n');
    // Numbers in the order in which they are set; the picture says some of them once more.
    let at = 0;
    for (const number of numbers) {
      const found = words.findIndex((word, place) => place >= at && new RegExp(`(^|[ (])${shown(number)}($|[ )])`).test(word));
      expect(found, `${number.key} = ${shown(number)}`).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });
});

const shown = (number: ReportNumber | undefined): string =>
  number?.value === null ? '·' : (number?.value.toLocaleString('en-US') ?? 'none');

describe('a report on paper', () => {
  it('is tagged, with its picture said in words, its tables as tables and its fonts inside', async () => {
    const { content } = await reportPdf(sampleReport, sampleNames, {
      madeAt: new Date('2026-11-23T10:10:00Z'),
      correction: 'A record was wrong',
    });
    const raw = content.toString('latin1');
    for (const said of [
      '%PDF-1.7',
      '/StructTreeRoot',
      '/Marked true',
      '/Lang (en-US)',
      '/DisplayDocTitle true',
      '/FontFile2',
      '/S /Figure',
      '/Alt',
      '/S /Table',
      '/S /TH',
      '/S /H2',
    ])
      expect(raw).toContain(said);
    expect(textOfPdf(content)).toContain('A record was wrong');
  });
});
