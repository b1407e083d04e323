import type { ApplicantRecord, Day, DecidingFact, DecisionNode, NextCyclePath, TreeStanding } from '@matchwatch/domain';
import type { SeasonCalendar } from '@matchwatch/risk-policy';
import { paths } from '../view/paths.js';

const none: readonly never[] = [];
const toMatched: readonly DecisionNode[] = ['awaiting-match', 'matched'];
const toSoap: readonly DecisionNode[] = [...toMatched, 'soap-spots'];
const toYear: readonly DecisionNode[] = [...toSoap, 'research-or-clinical'];

/** Where each contingency path leads from the question whether SOAP holds a position. */
const routes: Readonly<Record<NextCyclePath, readonly DecisionNode[]>> = {
  soap: ['soap-spots', 'backups-and-preliminary', 'best-fit'],
  preliminary: ['soap-spots', 'backups-and-preliminary', 'best-fit'],
  'research-year': ['soap-spots', 'research-or-clinical', 'research-group', 'reapply'],
  'clinical-year': ['soap-spots', 'research-or-clinical', 'clinical-role', 'reapply'],
  'change-specialty': ['soap-spots', 'research-or-clinical', 'clinical-role', 'reapply'],
  reapply: ['soap-spots', 'research-or-clinical', 'reapply'],
};

/** Where an applicant stands in the decision tree as of a day, and which facts decide how it goes on. Without a calendar no day is named. */
export function standInTree(
  { match, contingency }: Pick<ApplicantRecord, 'match' | 'contingency'>,
  calendar: SeasonCalendar | undefined,
  asOf: Day,
): TreeStanding {
  const path = contingency?.path;
  const planned = path === undefined ? none : routes[path];
  const pathOpen: DecidingFact[] = path === undefined ? [{ fact: paths.contingency, on: calendar?.monday ?? null }] : [];
  const at = (node: DecisionNode, passed: readonly DecisionNode[], decidedBy: readonly DecidingFact[]): TreeStanding => ({
    at: node,
    passed,
    planned,
    decidedBy,
  });
  switch (match?.outcome ?? null) {
    case 'matched-primary':
    case 'matched-backup':
      return { ...at('residency', toMatched, none), planned: none };
    case 'preliminary-only':
      // A year of residency is sure, what follows it is not.
      return { ...at('residency', toMatched, pathOpen), planned: ['reapply'] };
    case 'soap':
      return { ...at('best-fit', [...toSoap, 'backups-and-preliminary'], none), planned: none };
    case 'withdrawn':
      return { at: null, passed: none, planned: none, decidedBy: none };
    case 'unmatched':
      return unmatched();
    case null:
      break;
  }
  const outcome: DecidingFact = { fact: paths.outcome, on: calendar?.monday ?? null };
  return calendar !== undefined && asOf >= calendar.monday
    ? at('matched', ['awaiting-match'], [outcome, ...pathOpen])
    : at('awaiting-match', none, [outcome, ...pathOpen]);

  function unmatched(): TreeStanding {
    const soapIsOver = calendar === undefined || asOf > calendar.matchDay;
    if (!soapIsOver) {
      const offers: DecidingFact = { fact: paths.outcome, on: calendar.soapOffers };
      return path === 'soap' || path === 'preliminary'
        ? at('backups-and-preliminary', toSoap, [offers])
        : at('soap-spots', toMatched, [offers, ...pathOpen]);
    }
    switch (path) {
      case 'research-year':
        return at('research-group', toYear, [{ fact: paths.experiences, on: null }]);
      case 'clinical-year':
      case 'change-specialty':
        return at('clinical-role', toYear, [{ fact: paths.experiences, on: null }]);
      case 'reapply':
        return at('reapply', toYear, none);
      default:
        // SOAP or a preliminary year was the plan and is over without a position: the next choice is open.
        return { ...at('research-or-clinical', toSoap, [{ fact: paths.contingency, on: null }]), planned: none };
    }
  }
}
