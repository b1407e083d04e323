import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** SOAP planned, and its short statement or general letters missing shortly before the Match. */
export const soapNotReady = defineRule({
  code: 'contingency.soap-not-ready',
  revision: 1,
  about: 'SOAP planned, and its short statement or general letters missing shortly before the Match.',
  basis: ['003#phase-4'],
  asks: { from: { mark: 'monday', daysBefore: 'contingency.soap-not-ready.act-days' }, until: 'match' },
  policy: { actDays: 'contingency.soap-not-ready.act-days', level: 'contingency.soap-not-ready.level' },
  assess({ record: { contingency }, season }, { actDays, level }) {
    const since = season.daysBefore('monday', actDays);
    if (contingency === undefined) return unknown(paths.contingency);
    const { path, soapStatement, generalLetters } = contingency;
    if (path !== 'soap' || (soapStatement === true && generalLetters === true)) return clear();
    if (since === undefined) return unknown(paths.calendar);
    if (soapStatement === false)
      return raised(level, { lacks: generalLetters === false ? ['statement', 'letters'] : ['statement'], since });
    if (generalLetters === false) return raised(level, { lacks: ['letters'], since });
    return unknown(soapStatement === undefined ? paths.soapStatement : paths.generalLetters);
  },
});
