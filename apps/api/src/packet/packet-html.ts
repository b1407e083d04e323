import { html, Markup } from './html.js';

/** A packet as it is handed out. */
export interface Packet {
  readonly school: string;
  readonly applicant: string;
  readonly externalId: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly reason: string;
  readonly parts: readonly { readonly title: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }[];
  /** What is held and not in it. */
  readonly withheld: readonly string[];
}

const style = `body{font:14px/1.45 system-ui,sans-serif;color:#1d2430;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #ccc}
dl{display:grid;grid-template-columns:12rem 1fr;gap:.15rem 1rem;margin:.6rem 0;padding:.6rem 0;border-top:1px solid #eee}
dt{color:#5a6474}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}`;

const spoken = (key: string): string => {
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function told(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('\n');
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}

/** What is said in words is not said once more as data: that is what the file beside it is for. */
const asData = new Set(['answer', 'evidence']);

const rowOf = (row: Readonly<Record<string, unknown>>): Markup =>
  html`<dl>${Object.entries(row)
    .filter(([key]) => !('inWords' in row && asData.has(key)))
    .map(([key, value]) => html`<dt>${spoken(key)}</dt><dd>${told(value)}</dd>`)}</dl>`;

/** A packet as one page that needs nothing else: no script, no picture, nothing from anywhere. */
export const packetHtml = ({ school, applicant, externalId, madeAt, madeBy, reason, parts, withheld }: Packet): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>All that is held about ${applicant}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<h1>All that is held about ${applicant}</h1>
<p>School ID ${externalId} · ${school} · made ${madeAt} by ${madeBy} · reason: “${reason}”</p>
${withheld.length > 0 ? html`<p><b>Held and not in this packet:</b> ${withheld.join('; ')}.</p>` : ''}
${parts.map(
  ({ title, rows }) => html`<section><h2>${title} (${rows.length})</h2>${rows.map(rowOf)}</section>
`,
)}</body>
</html>
`.text;
