import { level, proposed, proposedLevel, stated } from '../entry.js';
import { amount, days, perCent, programs, specialtyList } from '../kinds.js';

/** Lines and levels of the rules about the program list. */
export const listRuleValues = {
  'list.too-short.watch-days': proposed(
    'Days before applications may be submitted from which the list is expected to be long enough',
    days,
    30,
    '000#application-volume',
    '003#phase-3',
  ),
  'list.too-short.level.watch': level('Fewer programs than advised, before submission', 'watch', '000#application-volume', '003#phase-3'),
  'list.too-short.level.act': level('Fewer programs than advised, from submission on', 'act', '000#application-volume', '003#phase-3'),
  'list.top-heavy.reach-up-to': proposed('Largest share of reaches', perCent, 25, '002#targeting', '003#phase-3'),
  'list.top-heavy.community-from': proposed(
    'Smallest share of community or community-affiliated programs',
    perCent,
    50,
    '000#program-type',
    '003#phase-3',
    '004#program-choice',
  ),
  'list.top-heavy.level': level('Too many reaches or academic programs', 'watch', '000#program-type', '003#phase-3', '004#program-choice'),
  'list.no-chance.watch-above': proposed(
    'Share of programs that cannot take the applicant above which it is watched',
    perCent,
    10,
    '004#program-choice',
  ),
  'list.no-chance.named': proposed('Programs named in a finding, at most', amount('programs', 1, 100), 10),
  'list.no-chance.level.note': level('Some programs cannot take the applicant', 'note', '004#program-choice'),
  'list.no-chance.level.watch': level('Many programs cannot take the applicant', 'watch', '004#program-choice'),
  'list.backup-thin.minimum': proposed('Programs in the backup specialty, at least', programs, 15, '003#phase-3'),
  'list.backup-thin.level': level('Few programs in the backup specialty', 'watch', '003#phase-3'),
  'list.no-preliminary.specialties': stated(
    'Specialties whose every program is one transitional year',
    specialtyList,
    ['transitional-year'],
    '000#contingency',
  ),
  'list.no-preliminary.level': level('Category C without a preliminary or transitional program', 'note', '000#contingency', '003#phase-3'),
  'list.signals.unused-days': proposed(
    'Days before applications may be submitted from which every signal is expected to be given to a program',
    days,
    7,
    'aamc-signals',
  ),
  'list.signals.level': proposedLevel('Signals unused, or more than there are', 'watch', 'aamc-signals'),
};
