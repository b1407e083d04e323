import type { ApplicantRecord, Day } from '@matchwatch/domain';
import type { DemoAccount } from './accounts.js';
import { currentSeason } from './season-calendar.js';
import { syntheticRecords } from './synthetic.js';

/** A second fictional school in the same database, small; neither sees anything of the other. */
export const neighbourSchool = { id: 'ashgrove', name: 'Ashgrove College of Medicine' } as const;

/** Who may sign in there. */
export const neighbourAccounts: readonly DemoAccount[] = [
  { email: 'dean@ashgrove.example.edu', name: 'Cornelia Vance', role: 'dean', password: 'matchwatch-demo' },
];

const advisor = 'tobias.lindgren@ashgrove.example.edu';
const population = { count: 40, seed: 1931 };

/** Its applicants of the current season as known on a day; their ids are those of applicants of the other school, as it happens. */
export const neighbourRecords = (asOf: Day): ApplicantRecord[] =>
  [...syntheticRecords({ ...population, season: currentSeason(asOf), asOf })].map((record) =>
    record.advisor === undefined ? record : { ...record, advisor },
  );
