import { type DeliveryState, dayIn, deliveryStates, mondayOf } from '@matchwatch/domain';
import { appendAudit, findMailHold, listDeliveries, listSeasons, openWeeklyDeliveries } from '@matchwatch/store';
import { deliveryReasonText, deliveryStateLabel } from '@matchwatch/words';
import { type Product, withProduct } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import type { SendOptions } from './report.js';

/** A report that somebody sends by hand should be out within this. */
const withinMs = 3_600_000;
const lookEveryMs = 500;
const mostRecipients = 1_000;

/** Writes down to whom this week's report is due, rings for the worker, and follows it until everybody's mail has come to an end. */
export const sendReport = (options: SendOptions): Promise<void> =>
  withProduct(options.school, async (product) => {
    const { database, doorbell, school } = product;
    const now = new Date();
    const period = mondayOf(dayIn(school.timeZone, now));
    const season = options.season ?? (await listSeasons(database, school.id))[0]?.season;
    if (season === undefined) throw new CommandFailed('The school has no applicants yet.', exitCode.refused);
    const promisedAt = new Date(now.getTime() + withinMs);
    const opened = await database.transaction(async (db) => {
      const ids = await openWeeklyDeliveries(db, school.id, { season, period, promisedAt });
      const told = { subject: `weekly ${season} ${period}`, after: { recipients: ids.length, by: 'command line' } };
      await appendAudit(db, school.id, { at: now.toISOString(), event: 'report.sent', ...told });
      return ids;
    });
    await doorbell.ringAll(
      'delivery.send',
      opened.map((deliveryId) => ({ schoolId: school.id, deliveryId })),
    );
    const ledger = () => rowsOf(product, season, period);
    const { length: all } = await ledger();
    if (all === 0) throw new CommandFailed('Nobody gets the weekly report by mail.', exitCode.refused);
    console.log(`Week of ${period}, ${season} Match: ${opened.length} written down now, ${all - opened.length} before.`);
    const until = Date.now() + options.wait * 1_000;
    let rows = await ledger();
    if (await findMailHold(database, school.id))
      throw new CommandFailed('This is a restored copy, whose mail waits: `matchwatch report resume` lets it go on.', exitCode.refused);
    while (rows.some(({ state }) => isOpen(state)) && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      rows = await ledger();
    }
    for (const state of deliveryStates)
      for (const { email, reason } of rows.filter((row) => row.state === state))
        console.log(`  ${deliveryStateLabel(state).padEnd(10)} ${email}${reason ? `  ${deliveryReasonText(reason)}` : ''}`);
    if (rows.some(({ state }) => state === 'failed' || state === 'uncertain' || isOpen(state))) process.exitCode = exitCode.failed;
  });

const isOpen = (state: DeliveryState): boolean => state === 'due' || state === 'sending';

const rowsOf = async ({ database, school }: Product, season: number, period: ReturnType<typeof mondayOf>) =>
  (await listDeliveries(database, school.id, { report: 'weekly', season, period }, [0, mostRecipients - 1])).rows;
