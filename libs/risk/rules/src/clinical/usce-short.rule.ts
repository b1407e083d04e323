import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { coveredDays } from '../view/covered-days.js';
import { paths } from '../view/paths.js';

/** An IMG with little US clinical experience in the target specialty, or with all of it at one site. Experience under way counts to its planned end. */
export const usceShort = defineRule({
  code: 'clinical.usce-short',
  revision: 1,
  about: 'An IMG with little US clinical experience in the target specialty, or with all of it at one site.',
  basis: ['004#usce'],
  asks: { of: 'img' },
  policy: {
    months: 'usce.amount.months',
    monthDays: 'clinical.usce-short.month-days',
    expectedSites: 'usce.sites',
    short: 'clinical.usce-short.level.short',
    oneSite: 'clinical.usce-short.level.one-site',
  },
  assess({ usce, usceRecord, primary: { specialty } }, { months, monthDays, expectedSites, short, oneSite }) {
    if (usceRecord === undefined) return unknown(paths.experiences);
    if (usce.has === false) return clear();
    if (specialty === null) return unknown(paths.primary);
    const { inSpecialty, unknownCountry, unknownSpecialty, unknownSite } = usceRecord;
    const days = coveredDays(inSpecialty);
    const sites = usceRecord.sites.length;
    const expectedDays = months * monthDays;
    if (days >= expectedDays && sites >= expectedSites) return clear();
    if (unknownCountry) return unknown(paths.experiencesUs);
    if (unknownSpecialty) return unknown(paths.experiencesSpecialty);
    if (days < expectedDays) {
      for (const { from, to } of inSpecialty) {
        if (from === undefined) return unknown(paths.experienceDays);
        if (to === undefined) return unknown(paths.experiencesTo);
      }
    } else if (unknownSite) return unknown(paths.experiencesSite);
    return raised(days < expectedDays ? short : oneSite, { specialty, days, expectedDays, sites, expectedSites });
  },
});
