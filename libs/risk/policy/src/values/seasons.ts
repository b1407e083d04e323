import { changing } from '../entry.js';
import { calendar } from '../kinds.js';

/** Calendars of the seasons that organisers have announced; the keys are Match years. */
export const seasonValues = {
  'season.2026': changing('Calendar of the 2026 Match', calendar, {
    '2010-01-01': {
      value: {
        opens: '2025-06-04',
        submit: '2025-09-03',
        registrationOpens: '2025-09-15',
        review: '2025-09-24',
        registrationEnds: '2026-01-30',
        rankOpens: '2026-02-02',
        rol: '2026-03-04',
        monday: '2026-03-16',
        soapReview: '2026-03-17',
        soapOffers: '2026-03-19',
        matchDay: '2026-03-20',
        ends: '2026-05-31',
      },
      sources: ['season-2026'],
    },
  }),
  // Two trackers disagree on the opening day (3 or 4 June 2026); nothing computes with it.
  'season.2027': changing('Calendar of the 2027 Match', calendar, {
    '2010-01-01': {
      value: {
        opens: '2026-06-04',
        submit: '2026-09-02',
        registrationOpens: '2026-09-15',
        review: '2026-09-23',
        registrationEnds: '2027-01-29',
        rankOpens: '2027-02-01',
        rol: '2027-03-03',
        monday: '2027-03-15',
        soapReview: '2027-03-16',
        soapOffers: '2027-03-18',
        matchDay: '2027-03-19',
        ends: '2027-05-31',
      },
      sources: ['season-2027'],
      confirm: true,
    },
  }),
};
