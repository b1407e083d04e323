import type { WeeklyReport } from '@matchwatch/domain';
import { weeklyView } from '../view/weekly-view.js';
import { ReportPaper } from './report-paper.js';
import { openTaggedPdf, type Pdf } from './tagged-pdf.js';

/** How an edition is set. */
export interface ReportPdfSetting {
  madeAt: Date;
  /** Why it corrects the edition before. */
  correction: string | null;
  compress?: boolean;
}

/** The weekly report as a tagged PDF: the same parts and numbers as the page, its picture as vectors, tables with their heads on every page; named as far as `people` knows them. */
export function reportPdf(
  report: WeeklyReport,
  people: ReadonlyMap<number, string>,
  { madeAt, correction, compress }: ReportPdfSetting,
): Promise<Pdf> {
  const view = weeklyView(report);
  const pdf = openTaggedPdf({ title: `${view.title} · ${view.subtitle}`, madeAt, ...(compress === undefined ? {} : { compress }) });
  const paper = new ReportPaper(pdf, people, report);
  paper.head(view, correction);
  for (const { heading, blocks } of view.parts) {
    if (blocks.length === 0) continue;
    const section = pdf.doc.struct('Sect');
    pdf.root.add(section);
    paper.heading(section, heading);
    for (const block of blocks) paper.block(section, block);
    section.end();
  }
  return pdf.finish(view.footer);
}
