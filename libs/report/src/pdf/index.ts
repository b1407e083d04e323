/** Papers: a tagged PDF to set anything in, and the weekly report as one. For the server alone. */
export { type ReportPdfSetting, reportPdf } from './report-pdf.js';
export { openTaggedPdf, type Pdf, type PdfSetting, pdfColours, pdfMargin, setIn, type TaggedPdf } from './tagged-pdf.js';
