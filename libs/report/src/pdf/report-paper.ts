import type { RiskLevel, WeeklyReport } from '@matchwatch/domain';
import { counted, dayText, numberText } from '@matchwatch/words';
import { flowOption } from '../charts/flow-chart.js';
import type { ReportBlock, ReportCell, ReportNumber, ReportView } from '../view/report-view.js';
import { moveText } from '../view/report-words.js';
import { chartSvg } from './chart-svg.js';
import { drawSvg } from './draw-svg.js';
import { pdfColours, pdfMargin, setIn, type TaggedPdf } from './tagged-pdf.js';

const sizes = { title: 20, heading: 13, sub: 10.5, body: 9.5, small: 8.5, figure: 17 } as const;
const mostNamed = { changed: 15, other: 8 } as const;
const levelColours: Readonly<Record<RiskLevel, string>> = {
  'high-risk': '#b3304a',
  'at-risk': '#cf7530',
  watch: '#d3b545',
  'on-track': '#9dc3ae',
  'not-assessable': '#c3cad5',
};

const shown = ({ value }: ReportNumber): string => (value === null ? '·' : numberText(value));
const cellText = (cell: ReportCell): string => (typeof cell === 'string' ? cell : shown(cell));

/** Sets the blocks of a report one below the other. */
export class ReportPaper {
  private readonly doc: PDFKit.PDFDocument;
  private readonly width: number;

  constructor(
    private readonly pdf: TaggedPdf,
    private readonly people: ReadonlyMap<number, string>,
    private readonly report: WeeklyReport,
  ) {
    this.doc = pdf.doc;
    this.width = this.doc.page.width - 2 * pdfMargin;
  }

  head({ title, subtitle, lead }: ReportView, correction: string | null): void {
    const { doc, pdf } = this;
    setIn(doc, pdf.root, 'H1', () => {
      doc.font('bold').fontSize(sizes.title).fillColor(pdfColours.ink).text(title);
    });
    setIn(doc, pdf.root, 'P', () => {
      doc.font('regular').fontSize(sizes.body).fillColor(pdfColours.mute).text(subtitle, { paragraphGap: 6 });
    });
    for (const line of [...lead, ...(correction === null ? [] : [`This corrects an earlier edition: ${correction}`])]) {
      setIn(doc, pdf.root, 'P', () => {
        doc.font('regular').fontSize(sizes.sub).fillColor(pdfColours.ink).text(line, { paragraphGap: 3, lineGap: 1.5 });
      });
    }
  }

  heading(parent: PDFKit.PDFStructureElement, text: string): void {
    const { doc } = this;
    this.keep(90);
    doc.moveDown(0.9);
    setIn(doc, parent, 'H2', () => {
      doc.font('bold').fontSize(sizes.heading).fillColor(pdfColours.brand).text(text, pdfMargin, doc.y, { paragraphGap: 4 });
    });
  }

  block(parent: PDFKit.PDFStructureElement, block: ReportBlock): void {
    switch (block.kind) {
      case 'text':
        return setIn(this.doc, parent, 'P', () => {
          const colour = block.tone === 'warn' ? levelColours['high-risk'] : pdfColours.ink;
          this.doc.font('regular').fontSize(sizes.body).fillColor(colour).text(block.text, pdfMargin, this.doc.y, { paragraphGap: 5 });
        });
      case 'figures':
        return this.figures(parent, block);
      case 'flow':
        return this.flow(parent, block);
      case 'people':
        return this.peopleList(parent, block);
      case 'table':
        return this.table(parent, block.caption, block.columns, block.rows, block.note);
    }
  }

  /** Numbers side by side, each above what it counts; read aloud as a list. */
  private figures(parent: PDFKit.PDFStructureElement, { figures }: Extract<ReportBlock, { kind: 'figures' }>): void {
    const { doc } = this;
    const across = Math.min(figures.length, figures.some(({ level }) => level) ? 6 : 4);
    const width = (this.width - (across - 1) * 10) / across;
    const list = doc.struct('L');
    parent.add(list);
    for (let from = 0; from < figures.length; from += across) {
      this.keep(50);
      const top = doc.y + 4;
      figures.slice(from, from + across).forEach((figure, at) => {
        const left = pdfMargin + at * (width + 10);
        const item = doc.struct('LI');
        list.add(item);
        setIn(doc, item, 'LBody', () => {
          if (figure.level) doc.rect(left, top, 3, 36).fill(levelColours[figure.level]);
          const inside = figure.level ? left + 9 : left;
          doc
            .font('bold')
            .fontSize(sizes.figure)
            .fillColor(pdfColours.ink)
            .text(shown(figure), inside, top - 2, { lineBreak: false });
          const before = figure.before ? ` (${shown(figure.before)} before)` : '';
          doc
            .font('regular')
            .fontSize(sizes.small)
            .fillColor(pdfColours.mute)
            .text(`${figure.label}${before}`, inside, top + 19, { width: width - 9, lineGap: 0 });
        });
        item.end();
      });
      doc.x = pdfMargin;
      doc.y = top + 46;
    }
    list.end();
  }

  /** The picture with what it says in words; its numbers stand in a table of the whole cohort. */
  private flow(parent: PDFKit.PDFStructureElement, { flow, label, since }: Extract<ReportBlock, { kind: 'flow' }>): void {
    const { doc } = this;
    const height = 190;
    this.keep(height + 30);
    const heads = [since === null ? 'before' : dayText(since), dayText(this.report.asOf)] as const;
    const colours = { ink: pdfColours.ink, mute: pdfColours.mute, line: pdfColours.line, levels: levelColours };
    const svg = chartSvg(flowOption(flow, { colours, fontFamily: 'Inter', heads }), this.width, height);
    const top = doc.y + 6;
    setIn(doc, parent, 'Figure', () => drawSvg(doc, svg, pdfMargin, top), { alt: `${label}.` });
    doc.x = pdfMargin;
    doc.y = top + height + 8;
  }

  private peopleList(parent: PDFKit.PDFStructureElement, block: Extract<ReportBlock, { kind: 'people' }>): void {
    const { doc } = this;
    this.keep(44);
    setIn(doc, parent, 'H3', () => {
      doc
        .font('bold')
        .fontSize(sizes.sub)
        .fillColor(pdfColours.ink)
        .text(`${block.heading}: ${shown(block.count)}`, pdfMargin, doc.y + 4, { paragraphGap: 3 });
    });
    const named = block.people.flatMap((person) => {
      const name = this.people.get(person.applicantId);
      return name === undefined ? [] : [{ ...person, name }];
    });
    if (block.count.value === 0) {
      setIn(doc, parent, 'P', () => {
        doc.font('regular').fontSize(sizes.body).fillColor(pdfColours.mute).text(block.none, { paragraphGap: 4 });
      });
      return;
    }
    if (named.length === 0) return;
    const most = block.moves ? mostNamed.changed : mostNamed.other;
    const list = doc.struct('L');
    parent.add(list);
    for (const { name, from, to, lines } of named.slice(0, most)) {
      this.keep(30);
      const item = doc.struct('LI');
      list.add(item);
      setIn(doc, item, 'LBody', () => {
        const move = block.moves ? `   ${moveText(from, to)}` : '';
        doc
          .font('bold')
          .fontSize(sizes.body)
          .fillColor(pdfColours.ink)
          .text(name, pdfMargin, doc.y, { continued: move !== '' });
        if (move !== '') doc.font('regular').fillColor(pdfColours.mute).text(move);
        doc.font('regular').fillColor(pdfColours.ink);
        for (const line of lines) doc.text(line, { indent: 0 });
        doc.y += 4;
      });
      item.end();
    }
    list.end();
    const more = block.count.value - Math.min(named.length, most);
    if (more > 0) {
      setIn(doc, parent, 'P', () => {
        doc
          .font('regular')
          .fontSize(sizes.small)
          .fillColor(pdfColours.mute)
          .text(`and ${counted(more, 'more', 'more')}`, { paragraphGap: 4 });
      });
    }
  }

  /** A table with its caption, its head again on every page; the first column takes what the others leave. */
  private table(
    parent: PDFKit.PDFStructureElement,
    caption: string,
    columns: readonly string[],
    rows: readonly (readonly ReportCell[])[],
    note?: string,
  ): void {
    const { doc } = this;
    this.keep(70);
    setIn(doc, parent, 'P', () => {
      doc
        .font('bold')
        .fontSize(sizes.body)
        .fillColor(pdfColours.ink)
        .text(caption, pdfMargin, doc.y + 4, { paragraphGap: 3 });
    });
    const other = Math.min(78, (this.width * 0.66) / Math.max(1, columns.length - 1));
    const first = this.width - other * (columns.length - 1);
    const isText = columns.map((_, column) => rows.every((row) => typeof row[column] === 'string'));
    const place = (column: number) => ({
      x: pdfMargin + (column === 0 ? 0 : first + (column - 1) * other),
      width: (column === 0 ? first : other) - 6,
      align: column === 0 || isText[column] ? ('left' as const) : ('right' as const),
    });
    const heightOf = (texts: readonly string[]) =>
      Math.max(...texts.map((text, column) => doc.heightOfString(text, { width: place(column).width })));
    const table = doc.struct('Table');
    parent.add(table);
    const line = (texts: readonly string[], type: 'TH' | 'TD', font: 'regular' | 'bold', colour: string) => {
      doc.font(font).fontSize(sizes.small);
      const height = heightOf(texts);
      const top = doc.y + 3;
      const row = doc.struct('TR');
      table.add(row);
      texts.forEach((text, column) => {
        const { x, width, align } = place(column);
        setIn(doc, row, column === 0 && type === 'TD' ? 'TH' : type, () => {
          doc.font(font).fontSize(sizes.small).fillColor(colour).text(text, x, top, { width, align });
        });
      });
      row.end();
      doc.x = pdfMargin;
      doc.y = top + height + 3;
      this.rule();
    };
    const head = () => line(columns, 'TH', 'bold', pdfColours.mute);
    head();
    for (const row of rows) {
      if (doc.y > this.bottom() - 24) {
        doc.addPage();
        head();
      }
      line(row.map(cellText), 'TD', 'regular', pdfColours.ink);
    }
    table.end();
    if (note !== undefined) {
      setIn(doc, parent, 'P', () => {
        doc
          .font('regular')
          .fontSize(sizes.small)
          .fillColor(pdfColours.mute)
          .text(note, pdfMargin, doc.y + 3, { paragraphGap: 4 });
      });
    }
    doc.moveDown(0.4);
  }

  /** A line under a row; nothing that is read aloud. */
  private rule(): void {
    const { doc } = this;
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .moveTo(pdfMargin, doc.y)
      .lineTo(pdfMargin + this.width, doc.y)
      .lineWidth(0.5)
      .strokeColor(pdfColours.line)
      .stroke();
    doc.endMarkedContent();
  }

  private bottom(): number {
    return this.doc.page.height - this.doc.page.margins.bottom;
  }

  /** Begins a page where less than so much of this one is left. */
  private keep(height: number): void {
    if (this.doc.y > this.bottom() - height) this.doc.addPage();
  }
}
