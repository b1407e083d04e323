import { type Database, sqlOne } from '@matchwatch/store';

/** Of one school the runs there are, the slots these are of, and the slots that the ledger holds and says to have started one run. */
export const countSlots = (database: Database, schoolId: string) =>
  sqlOne<{ runs: number; slots: number; started: number; ledger: number }>(
    database,
    schoolId,
    `select count(*) as runs, count(distinct (kind, slot)) as slots,
            (select count(*) from schedule_slot t where t.school_id = $1 and state = 'started' and cardinality(run_ids) = 1) as started,
            (select count(*) from schedule_slot t where t.school_id = $1) as ledger
     from run where school_id = $1`,
    [schoolId],
  );
