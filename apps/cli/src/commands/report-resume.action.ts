import { appendAudit, releaseMail } from '@matchwatch/store';
import { withProduct } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import type { ResumeOptions } from './report.js';

/** Lets the mail of a restored school go on, and says what became of what waited. */
export const resumeMail = ({ waiting, school: asked }: ResumeOptions): Promise<void> =>
  withProduct(asked, async ({ database, doorbell, school }) => {
    const waited = await database.transaction(async (db) => {
      const ids = await releaseMail(db, school.id, waiting);
      if (!ids) throw new CommandFailed(`The mail of ${school.name} is not held.`, exitCode.refused);
      const told = { after: { waiting, mails: ids.length, by: 'command line' } };
      await appendAudit(db, school.id, { at: new Date().toISOString(), event: 'report.released', ...told });
      return ids;
    });
    if (waiting === 'send')
      await doorbell.ringAll(
        'delivery.send',
        waited.map((deliveryId) => ({ schoolId: school.id, deliveryId })),
      );
    const became = waiting === 'send' ? 'due now' : 'left out';
    console.log(`Mail of ${school.name} goes out again; ${waited.length} that waited ${waited.length === 1 ? 'is' : 'are'} ${became}.`);
  });
