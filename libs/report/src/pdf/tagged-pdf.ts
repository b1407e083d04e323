import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** A PDF with how many pages it has. */
export interface Pdf {
  content: Buffer;
  pages: number;
}

/** The colours papers are set in. */
export const pdfColours = { ink: '#14232b', mute: '#5a6b74', brand: '#0f5a61', line: '#d5dde1' } as const;

/** White around a page, in points. */
export const pdfMargin = 54;
const footerAt = 36;
const small = 8;

const { resolve } = createRequire(import.meta.url);
const fontFile = (style: string) => readFileSync(resolve(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`));
let fonts: { regular: Buffer; bold: Buffer } | undefined;

/** What a paper is called and when it was made. */
export interface PdfSetting {
  title: string;
  madeAt: Date;
  /** False leaves the content streams readable, for those who look into them. */
  compress?: boolean;
}

/** A tagged PDF that is being set: its pages, and the root of what is read aloud. */
export interface TaggedPdf {
  doc: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  /** Ends it, with a line and its number at the foot of every page. */
  finish(footer: string): Promise<Pdf>;
}

/** Begins a tagged PDF with a title, a language and its fonts inside (`regular` and `bold`), so that it can be read aloud and looks the same everywhere. */
export function openTaggedPdf({ title, madeAt, compress = true }: PdfSetting): TaggedPdf {
  fonts ??= { regular: fontFile('400Regular'), bold: fontFile('600SemiBold') };
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: pdfMargin, left: pdfMargin, right: pdfMargin, bottom: pdfMargin + 14 },
    pdfVersion: '1.7',
    // The types know of no other subset; the library does, and says in the file that it keeps to it.
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    bufferPages: true,
    compress,
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
  return {
    doc,
    root,
    async finish(footer) {
      root.end();
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page++) {
        doc.switchToPage(page);
        setFooter(doc, footer, `${page + 1} / ${count}`);
      }
      doc.end();
      await ended;
      return { content: Buffer.concat(chunks), pages: count };
    },
  };
}

/** Said on every page and no part of what is read aloud; below the margin, where a text would begin another page. */
function setFooter(doc: PDFKit.PDFDocument, footer: string, number: string): void {
  doc.page.margins.bottom = 0;
  doc.markContent('Artifact', { type: 'Pagination' });
  doc.font('regular').fontSize(small).fillColor(pdfColours.mute);
  const y = doc.page.height - footerAt;
  doc.text(footer, pdfMargin, y, { lineBreak: false });
  doc.text(number, pdfMargin, y, { width: doc.page.width - 2 * pdfMargin, align: 'right', lineBreak: false });
  doc.endMarkedContent();
}

/** Adds an element that holds what `draw` sets, and ends it. */
export function setIn(
  doc: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  type: string,
  draw: () => void,
  options: { alt?: string } = {},
): void {
  const element = doc.struct(type, options, draw);
  parent.add(element);
  element.end();
}
