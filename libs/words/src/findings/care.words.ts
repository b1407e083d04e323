import type { EvidenceByCode } from '@matchwatch/domain';
import { counted, dayText, dayWithYear } from '../format.js';
import { examLabel, riskLevelLabel } from '../labels.js';
import { standingText } from '../standing.js';
import type { WordsOf } from './finding-words.js';

/** Words for the rules about the school's own response; they speak of us, never of the applicant. */
export const careWords: WordsOf<Extract<keyof EvidenceByCode, `care.${string}`>> = {
  'care.no-advisor': {
    label: 'No advisor',
    sentence: ({ riskLevel }) => `No advisor is assigned, at the level “${riskLevelLabel(riskLevel)}”.`,
    chip: () => 'No advisor',
    clearsWhen: () => 'Clears once an advisor is assigned.',
  },
  'care.no-meeting': {
    label: 'No meeting',
    sentence: ({ riskLevel, failed, lastMeetingOn, since, days }) => {
      if (failed !== null)
        return `No dean has met the applicant since ${examLabel(failed.exam)} of ${dayWithYear(failed.takenOn)} was not passed.`;
      const meeting = lastMeetingOn === null ? 'Nobody has met the applicant' : `The last meeting was on ${dayWithYear(lastMeetingOn)}`;
      return `${meeting}, at the level “${riskLevelLabel(riskLevel)}”; one was expected within ${days} days of ${dayWithYear(since)}.`;
    },
    chip: ({ failed, lastMeetingOn }) =>
      failed !== null ? 'No dean meeting yet' : lastMeetingOn === null ? 'No meeting yet' : `Last met ${dayText(lastMeetingOn)}`,
    clearsWhen: ({ failed }) => (failed === null ? 'Clears with the next meeting.' : 'Clears with a meeting with a dean.'),
  },
  'care.no-plan': {
    label: 'No plan',
    sentence: ({ riskLevel, since, days }) =>
      `No plan is made, at the level “${riskLevelLabel(riskLevel)}”; one was expected within ${days} days of ${dayWithYear(since)}.`,
    chip: () => 'No plan yet',
    clearsWhen: () => 'Clears once a plan is made.',
  },
  'care.overdue-task': {
    label: 'Tasks overdue',
    sentence: ({ tasks, earliestDueOn }) =>
      `${counted(tasks, 'task')} of the plan ${tasks === 1 ? 'is' : 'are'} overdue, due on ${dayWithYear(earliestDueOn)}${tasks === 1 ? '' : ' and later'}.`,
    chip: ({ tasks }) => `${counted(tasks, 'task')} overdue`,
    clearsWhen: () => 'Clears once the tasks are done or given another day.',
  },
  'care.plan-drift': {
    label: 'Agreed and not seen in the record',
    sentence: ({ agreements, first }) =>
      `${counted(agreements, 'agreement')} ${agreements === 1 ? 'is' : 'are'} past ${agreements === 1 ? 'its' : 'their'} day, and the record shows otherwise: ${first
        .map(({ fact, dueOn, wanted, now }) => standingText(fact, wanted, now, dueOn))
        .join('; ')}.`,
    chip: ({ agreements }) => `${counted(agreements, 'agreement')} not seen in the record`,
    clearsWhen: () => 'Clears once the record shows it, or something else is agreed.',
  },
  'care.no-mentor': {
    label: 'No mentor who knows the IMG path',
    sentence: ({ mentors }) =>
      mentors === 0 ? 'An international graduate without a mentor.' : 'No mentor of this international graduate knows the path of IMGs.',
    chip: () => 'No mentor who knows the IMG path',
    clearsWhen: () => 'Clears with a mentor who knows the path.',
  },
  'care.unreviewed': {
    label: 'Flags not reviewed',
    sentence: ({ flags, first, days }) =>
      `${counted(flags, 'flag')} ${flags === 1 ? 'has' : 'have'} stood${first[0] === undefined ? '' : ` since ${dayWithYear(first[0].since)}`} without a review; one was expected within ${days} days.`,
    chip: ({ flags }) => `${counted(flags, 'flag')} not reviewed`,
    clearsWhen: () => 'Clears once somebody has reviewed them.',
  },
  'care.wellbeing': {
    label: 'Asked for help',
    sentence: ({ askedOn }) => `The check-in of ${dayWithYear(askedOn)} asks for help, and no referral has followed.`,
    chip: ({ askedOn }) => `Asked for help ${dayText(askedOn)}`,
    clearsWhen: () => 'Clears once a referral is made.',
  },
};
