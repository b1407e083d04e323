import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { BriefDocument } from './brief-document.js';

/** What a brief may take. */
export const mostPages = 2;

const { resolve } = createRequire(import.meta.url);
const fontFile = (style: string) => readFileSync(resolve(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`));
let fonts: { regular: Buffer; bold: Buffer } | undefined;

const colours = { ink: '#14232b', mute: '#5a6b74', brand: '#0f5a61', line: '#d5dde1' } as const;
const margin = 54;
const footerAt = 36;
const sizes = { title: 20, heading: 12, body: 9.5, small: 8 } as const;

/** A PDF with how many pages it has. */
export interface Pdf {
  content: Buffer;
  pages: number;
}

/** Sets a brief as a tagged PDF with a title, a language, headings and lists, so that it can be read aloud; at most as many lines fit as there are. */
export function briefPdf({ title, subtitle, parts, footer }: BriefDocument, madeAt: Date): Promise<Pdf> {
  fonts ??= { regular: fontFile('400Regular'), bold: fontFile('600SemiBold') };
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: margin, left: margin, right: margin, bottom: margin + 14 },
    pdfVersion: '1.7',
    // The types know of no other subset; the library does, and says in the file that it keeps to it.
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Creator: 'Matchwatch', CreationDate: madeAt, ModDate: madeAt },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done, fail) => {
    doc.on('end', done);
    doc.on('error', fail);
  });
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  const root = doc.struct('Document');
  doc.addStructure(root);
  root.add(
    doc.struct('H1', {}, () => {
      doc.font('bold').fontSize(sizes.title).fillColor(colours.ink).text(title);
    }),
  );
  root.add(
    doc.struct('P', {}, () => {
      doc.font('regular').fontSize(sizes.body).fillColor(colours.mute).text(subtitle);
    }),
  );
  for (const { heading, lines } of parts) {
    const section = doc.struct('Sect');
    root.add(section);
    section.add(
      doc.struct('H2', {}, () => {
        // A heading stays with its first line.
        if (doc.y > doc.page.height - doc.page.margins.bottom - 60) doc.addPage();
        doc.moveDown(1).font('bold').fontSize(sizes.heading).fillColor(colours.brand).text(heading).moveDown(0.25);
      }),
    );
    const list = doc.struct('L');
    section.add(list);
    for (const line of lines) {
      const item = doc.struct('LI');
      list.add(item);
      item.add(
        doc.struct('LBody', {}, () => {
          doc.font('regular').fontSize(sizes.body).fillColor(colours.ink).text(line, { lineGap: 1.5, paragraphGap: 3 });
        }),
      );
      item.end();
    }
    list.end();
    section.end();
  }
  root.end();
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Said on every page and no part of what is read aloud; below the margin, where a text would begin another page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('regular').fontSize(sizes.small).fillColor(colours.mute);
    const y = doc.page.height - footerAt;
    doc.text(footer, margin, y, { lineBreak: false });
    doc.text(`${page + 1} / ${count}`, margin, y, { width: doc.page.width - 2 * margin, align: 'right', lineBreak: false });
    doc.endMarkedContent();
  }
  doc.end();
  return ended.then(() => ({ content: Buffer.concat(chunks), pages: count }));
}
