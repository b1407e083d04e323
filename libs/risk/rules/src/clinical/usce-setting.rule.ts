import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** An IMG whose US clinical experience was at no site with an accredited program in the target specialty. */
export const usceSetting = defineRule({
  code: 'clinical.usce-setting',
  revision: 1,
  about: 'An IMG whose US clinical experience was at no site with an accredited program in the target specialty.',
  basis: ['004#usce'],
  asks: { of: 'img' },
  policy: { level: 'clinical.usce-setting.level' },
  assess({ usce, usceRecord, primary: { specialty } }, { level }) {
    if (usceRecord === undefined) return unknown(paths.experiences);
    if (usce.has === false) return clear();
    if (specialty === null) return unknown(paths.primary);
    const { acgme, unknownAcgme, unknownCountry, unknownSpecialty } = usceRecord;
    if (acgme) return clear();
    if (unknownCountry) return unknown(paths.experiencesUs);
    if (unknownSpecialty) return unknown(paths.experiencesSpecialty);
    return unknownAcgme ? unknown(paths.experiencesAcgme) : raised(level, { specialty });
  },
});
