import type { EvidenceByCode, ExclusionReason, SignalCount } from '@matchwatch/domain';
import { counted, dayWithYear, listText } from '../format.js';
import { categoryText, specialtyText } from '../labels.js';
import type { WordsOf } from './finding-words.js';

const reasonText: Readonly<Record<ExclusionReason, string>> = {
  visa: 'no visa sponsorship',
  score: 'a higher minimum score',
  'failed-attempt': 'first attempts only',
  graduation: 'more recent graduates only',
  img: 'no international graduates',
};

const signalName = ({ kind }: SignalCount): string => (kind === 'single' ? 'signal' : `${kind} signal`);
const signalText = (count: SignalCount): string =>
  `${counted(count.sent, signalName(count))} of ${count.allotted} in ${specialtyText(count.specialty)}`;
const tooMany = ({ sent, allotted }: SignalCount): boolean => sent > allotted;

/** Words for the rules about the program list. */
export const listWords: WordsOf<Extract<keyof EvidenceByCode, `list.${string}`>> = {
  'list.too-short': {
    label: 'Program list short',
    sentence: ({ programs, minimum, because, since }) =>
      `${counted(programs, 'program')} on the list, where ${minimum} or more are advised (${because}) by ${dayWithYear(since)}.`,
    chip: ({ programs, minimum }) => `${programs} of ${minimum} programs`,
    clearsWhen: ({ minimum }) => `Clears with ${minimum} programs or more on the list.`,
  },
  'list.top-heavy': {
    label: 'Program list top-heavy',
    sentence: ({ programs, reach, reachUpTo, academic, communityFrom }) =>
      `Of ${counted(programs, 'program')}, ${reach} ${reach === 1 ? 'is a reach' : 'are reaches'} and ${academic} ${academic === 1 ? 'is' : 'are'} academic; advised are at most ${reachUpTo} % reaches and at least ${communityFrom} % community or community-affiliated.`,
    chip: ({ programs, reach, academic }) => `${reach} reach, ${academic} academic of ${programs}`,
    clearsWhen: () => 'Clears with a wider mix of programs.',
  },
  'list.no-chance': {
    label: 'Programs that cannot take the applicant',
    sentence: ({ programs, excluded, first }) => {
      const named = first.map(({ program, reasons }) => `${program} (${listText(reasons.map((reason) => reasonText[reason]))})`);
      const rest = excluded - first.length;
      if (rest > 0) named.push(`${rest} more`);
      return `${excluded} of ${counted(programs, 'program')} cannot take the applicant: ${listText(named)}.`;
    },
    chip: ({ programs, excluded }) => `${excluded} of ${programs} cannot take the applicant`,
    clearsWhen: () => 'Clears once programs that can take the applicant stand in their place.',
  },
  'list.backup-thin': {
    label: 'Few backup programs',
    sentence: ({ backups, programs, minimum }) =>
      `Two specialties are applied to, with ${counted(programs, 'program')} in ${listText(backups.map(specialtyText))}; ${minimum} or more are advised.`,
    chip: ({ programs, minimum }) => `${programs} of ${minimum} backup programs`,
    clearsWhen: ({ minimum }) => `Clears with ${minimum} backup programs or more.`,
  },
  'list.no-preliminary': {
    label: 'No preliminary year on the list',
    sentence: ({ category, programs }) =>
      `None of ${counted(programs, 'program')} offers a preliminary or transitional year, with ${categoryText(category)}.`,
    chip: () => 'No preliminary year on the list',
    clearsWhen: () => 'Clears with a preliminary or transitional program on the list.',
  },
  'list.signals': {
    label: 'Program signals',
    sentence: ({ signals }) =>
      signals.some(tooMany)
        ? `More program signals are planned than there are: ${listText(signals.filter(tooMany).map(signalText))}.`
        : `Program signals are left to send: ${listText(signals.map(signalText))} sent.`,
    chip: ({ signals }) => (signals.some(tooMany) ? 'More signals than there are' : 'Program signals left to send'),
    clearsWhen: ({ signals }) =>
      signals.some(tooMany) ? 'Clears with as many signals as the specialty allots.' : 'Clears once every signal is given to a program.',
  },
};
