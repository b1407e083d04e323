import { level, proposed, stated } from '../entry.js';
import { seasonDay, specialtyTierList } from '../kinds.js';
import type { SeasonLine } from '../season.js';

const line = (about: string, value: SeasonLine) => proposed(about, seasonDay, value, '003#phase-1');

/** Lines and levels of the rules about the specialty plan. */
export const planRuleValues = {
  'plan.no-specialty.watch-from': line('A primary specialty is expected from here', { year: 'application', on: '02-01' }),
  'plan.no-specialty.act-from': line('A missing primary specialty is acted on from here', { year: 'application', on: '06-01' }),
  'plan.no-specialty.level.watch': level('No primary specialty yet', 'watch', '003#phase-1'),
  'plan.no-specialty.level.act': level('No primary specialty late in the application year', 'act', '003#phase-1'),
  'plan.out-of-reach.tiers': stated(
    'Tiers that a score of category B or C puts out of reach',
    specialtyTierList,
    ['ultra-competitive'],
    '001#competitive-fields',
    '002#specialty-choice',
  ),
  'plan.out-of-reach.level': level('Primary specialty out of reach', 'act', '001#competitive-fields', '002#specialty-choice'),
  'plan.no-backup.urgent-from': line('A missing backup of category C is urgent from here', { year: 'application', on: '06-01' }),
  'plan.no-backup.level.B': level('Category B without a backup', 'act', '003#phase-1'),
  'plan.no-backup.level.C-early': level('Category C without a backup, early', 'act', '003#phase-1'),
  'plan.no-backup.level.C-late': level('Category C without a backup, late', 'urgent', '003#phase-1'),
  'plan.no-dual-application.act-from': line('Category C is expected to apply to two specialties from here', {
    year: 'application',
    on: '06-01',
  }),
  'plan.no-dual-application.level': level('Category C applying to one specialty', 'act', '001#competitive-fields', '003#phase-3'),
  'plan.rigid-geography.level': level('Category B or C within one city or state', 'watch', '003#phase-1'),
  'plan.no-priority.watch-from': proposed(
    'Specialty, location or prestige is expected to come first from here',
    seasonDay,
    { year: 'match', on: '01-01' },
    '003#phase-4',
  ),
  'plan.no-priority.level': level('Category B or C without a first priority', 'watch', '003#phase-4'),
};
