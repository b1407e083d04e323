import { type AdvisorDigest, type DigestPerson, isHeavier, riskRank } from '@matchwatch/domain';
import { ruleLabel } from './finding.js';
import { counted, dayText } from './format.js';
import { riskLevelLabel } from './labels.js';

/** How a digest becomes a mail. */
export interface DigestSetting {
  /** The address people type, without a slash at its end. */
  readonly origin: string;
  /** Names of those who may be named, by id; without it the mail counts and names nobody. */
  readonly people?: ReadonlyMap<number, string> | undefined;
}

/** How many of a digest are heavier, lighter and otherwise changed: each once. */
export function digestCounts({ people }: Pick<AdvisorDigest, 'people'>): { all: number; heavier: number; lighter: number } {
  const heavier = people.filter((person) => isHeavier(person)).length;
  return { all: people.length, heavier, lighter: people.length - heavier };
}

/** The changes of an advisor's own applicants as a mail in plain text: counts and a link, and names where the school says so. */
export function digestMail(digest: AdvisorDigest, { origin, people }: DigestSetting): { subject: string; text: string } {
  const { all, heavier, lighter } = digestCounts(digest);
  const lines = [
    ...(heavier > 0 ? [`- ${counted(heavier, 'has', 'have')} something new or more serious`] : []),
    ...(lighter > 0 ? [`- ${counted(lighter, 'has', 'have')} something less serious or cleared, and nothing new`] : []),
  ];
  const named = people ? digest.people.flatMap((person) => nameLine(person, people)) : [];
  return {
    subject: `${counted(all, 'of your applicants', 'of your applicants')} changed (${dayText(digest.period)})`,
    text: `${[
      `${digest.school}, ${dayText(digest.period)}`,
      '',
      `Since the last digest something changed for ${counted(all, 'of your applicants', 'of your applicants')}:`,
      '',
      ...lines,
      ...(named.length > 0 ? ['', ...named] : []),
      '',
      `See who, and why: ${origin}/applicants`,
      '',
      '-- ',
      'You get this because you advise applicants. It comes at most once a day, and not at all when nothing changed.',
      `To change that: ${origin}/account`,
    ].join('\n')}\n`,
  };
}

function nameLine({ applicantId, from, to, changes }: DigestPerson, people: ReadonlyMap<number, string>): string[] {
  const name = people.get(applicantId);
  if (name === undefined) return [];
  const level =
    to === null
      ? ''
      : `: ${riskLevelLabel(to)}${from !== null && from !== to ? ` (${riskRank[to] > riskRank[from] ? 'up' : 'down'} from ${riskLevelLabel(from)})` : ''}`;
  const kinds = { opened: 'new', raised: 'more serious', lowered: 'less serious', closed: 'cleared' } as const;
  return [`- ${name}${level}`, ...changes.map(({ code, kind }) => `    ${kinds[kind]}: ${ruleLabel(code)}`)];
}
