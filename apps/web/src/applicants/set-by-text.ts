import type { ApplicantDetail } from '@matchwatch/contracts';
import { chip, missingLabel, ruleLabel } from '@matchwatch/words';
import type { Text } from '../i18n/use-text.js';

type Answer = NonNullable<ApplicantDetail['answer']>;

/** What set an applicant's level, in one sentence. */
export function setByText({ riskLevel, setBy, findings, unknown }: Answer, t: Text): string {
  if (riskLevel === 'not-assessable') {
    const missing = unknown.filter(({ code }) => setBy.includes(code)).flatMap(({ missing: paths }) => paths);
    const facts = [...new Set(missing.length > 0 ? missing : setBy)].map(missingLabel);
    return t('applicant.cannotAssess', { facts: facts.join(', ') });
  }
  if (setBy.length === 0) return t('applicant.nothingRaised');
  const causes = setBy.map((code) => {
    const finding = findings.find((each) => each.code === code);
    return finding ? chip(finding) : ruleLabel(code);
  });
  return t('applicant.setBy', { causes: [...new Set(causes)].join('; ') });
}
