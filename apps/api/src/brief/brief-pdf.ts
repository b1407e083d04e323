import { openTaggedPdf, type Pdf, pdfColours, setIn } from '@matchwatch/report/pdf';
import type { BriefDocument } from './brief-document.js';

/** What a brief may take. */
export const mostPages = 2;

const sizes = { title: 20, heading: 12, body: 9.5 } as const;

/** Sets a brief as a tagged PDF with a title, a language, headings and lists, so that it can be read aloud; at most as many lines fit as there are. */
export function briefPdf({ title, subtitle, parts, footer }: BriefDocument, madeAt: Date): Promise<Pdf> {
  const { doc, root, finish } = openTaggedPdf({ title, madeAt });
  setIn(doc, root, 'H1', () => {
    doc.font('bold').fontSize(sizes.title).fillColor(pdfColours.ink).text(title);
  });
  setIn(doc, root, 'P', () => {
    doc.font('regular').fontSize(sizes.body).fillColor(pdfColours.mute).text(subtitle);
  });
  for (const { heading, lines } of parts) {
    const section = doc.struct('Sect');
    root.add(section);
    setIn(doc, section, 'H2', () => {
      // A heading stays with its first line.
      if (doc.y > doc.page.height - doc.page.margins.bottom - 60) doc.addPage();
      doc.moveDown(1).font('bold').fontSize(sizes.heading).fillColor(pdfColours.brand).text(heading).moveDown(0.25);
    });
    const list = doc.struct('L');
    section.add(list);
    for (const line of lines) {
      const item = doc.struct('LI');
      list.add(item);
      setIn(doc, item, 'LBody', () => {
        doc.font('regular').fontSize(sizes.body).fillColor(pdfColours.ink).text(line, { lineGap: 1.5, paragraphGap: 3 });
      });
      item.end();
    }
    list.end();
    section.end();
  }
  return finish(footer);
}
