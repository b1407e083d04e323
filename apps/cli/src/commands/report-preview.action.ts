import { writeFile } from 'node:fs/promises';
import { applicantsOf, dayIn, fullView, type WeeklyReport, withoutWellbeing } from '@matchwatch/domain';
import { renderCsv, renderMail } from '@matchwatch/report';
import { reportPdf } from '@matchwatch/report/pdf';
import { defaultPolicy, listSeasonDays, policyFromChanges } from '@matchwatch/risk-rules';
import { findPolicyInForce, listNamesFor, listPeople, listSeasons, previewWeeklyReport } from '@matchwatch/store';
import { type Product, withProduct } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import type { PreviewOptions } from './report.js';

/** Writes what this week's report would say now, in the form asked for; nothing of it is kept. */
export const previewReport = (options: PreviewOptions): Promise<void> =>
  withProduct(options.school, async (product) => {
    if (options.format === 'pdf' && options.output === undefined)
      throw new CommandFailed('A PDF goes into a file: say which with --output.', exitCode.usage);
    const document = await readPreview(product, options);
    const people = options.names
      ? await listNamesFor(product.database, product.school.id, fullView, applicantsOf(document))
      : new Map<number, string>();
    const content = await rendered(document, people, options);
    if (options.output === undefined) process.stdout.write(content);
    else await writeFile(options.output, content);
  });

async function readPreview({ database, school }: Product, options: PreviewOptions): Promise<WeeklyReport> {
  const now = new Date();
  const today = dayIn(school.timeZone, now);
  const season = options.season ?? (await listSeasons(database, school.id))[0]?.season;
  if (season === undefined) throw new CommandFailed('The school has no applicants yet.', exitCode.refused);
  const person = options.person?.toLowerCase();
  const personId = person === undefined ? null : (await listPeople(database, school.id)).find(({ email }) => email === person)?.id;
  if (personId === undefined) throw new CommandFailed(`Nobody of the school has the address ${JSON.stringify(person)}.`, exitCode.usage);
  const own = await findPolicyInForce(database, school.id, today);
  const policy = own ? policyFromChanges(own.version, own.changes) : defaultPolicy;
  const milestones = listSeasonDays(policy, season, today);
  const document = await previewWeeklyReport(database, school.id, { season, scope: { personId }, period: options.period, now, milestones });
  if (!document) throw new CommandFailed(`No run of ${season} was published yet, so there is nothing to report.`, exitCode.refused);
  // A file goes from hand to hand: what is restricted stays in the product.
  return withoutWellbeing(document);
}

async function rendered(
  document: WeeklyReport,
  people: ReadonlyMap<number, string>,
  { format, names = false }: PreviewOptions,
): Promise<string | Buffer> {
  if (format === 'json') return `${JSON.stringify(document, null, 2)}\n`;
  if (format === 'csv') return renderCsv(document, people);
  if (format === 'pdf') return (await reportPdf(document, people, { madeAt: new Date(), correction: null })).content;
  const mail = renderMail(document, { origin: 'https://matchwatch.invalid', editionId: 0, names, people });
  return format === 'html' ? mail.html : `${mail.subject}\n\n${mail.text}`;
}
