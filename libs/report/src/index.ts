/**
 * From a report document to what people read: one view of it in words and numbers, and its renderings as a mail, CSV and, under `/pdf`, a
 * tagged PDF. Nothing here reads a clock, a database or a setting.
 */
export * from './charts/flow-chart.js';
export * from './csv/render-csv.js';
export { escapeHtml } from './mail/escape-html.js';
export * from './mail/render-mail.js';
export { levelsBySeriousness } from './view/now-part.js';
export * from './view/report-view.js';
export { levelText, moveText } from './view/report-words.js';
export { scopeText, titleOf, weeklyView } from './view/weekly-view.js';
