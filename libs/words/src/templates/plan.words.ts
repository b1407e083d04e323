import type { TemplateWordsOf } from './template-words.js';

/** Words for the templates about the plan and what follows if there is no match. */
export const planTemplateWords: TemplateWordsOf<'plan'> = {
  'intake-sheet': {
    title: 'Where things stand, on one page',
    purpose: 'Step 0: facts before feelings.',
    sections: {
      facts: {
        title: 'Write down',
        items: {
          step2: 'The Step 2 CK score.',
          step1: 'Step 1: passed or not, and every attempt.',
          targets: 'The specialties aimed at.',
          grades: 'Clinical grades and honors.',
          research: 'Research so far: none, minimal, some or strong.',
          'red-flags': 'Whatever will raise questions: leaves, citations, earlier failures.',
        },
      },
      compare: {
        title: 'Then compare',
        items: {
          range: 'The score with the usual range of each specialty.',
          category: 'The category that follows: A, B or C, for every specialty considered.',
        },
      },
    },
  },
  'score-debrief': {
    title: 'Debrief of a score',
    purpose: 'As a case conference: what can be changed, not who is to blame.',
    sections: {
      preparation: {
        title: 'How it was prepared',
        items: {
          'questions-done': 'How many bank questions were done? A number.',
          'practice-exams': 'How many practice exams, when, and with which scores?',
          content: 'Was the content gone through, or skimmed?',
        },
      },
      prediction: {
        title: 'What practice said',
        items: {
          predicted: 'Did practice predict the result? Then it was no accident.',
          'what-changed': 'If not, what was different that day: tiredness, illness, anxiety, timing, something in life?',
        },
      },
      report: {
        title: 'What the report shows',
        items: {
          'weak-systems': 'Which systems and disciplines lie below average?',
          controllable: 'Which of all this can still be changed?',
        },
      },
    },
  },
  'advisor-meeting': {
    title: 'The frank meeting',
    purpose: 'With somebody who has sat where programs rank, and who says what they see.',
    sections: {
      bring: {
        title: 'Bring',
        items: {
          'score-report': 'The score report.',
          cv: 'The whole CV.',
          preferences: 'The specialties in order: dream, realistic, backup.',
          history: 'All earlier exam results.',
        },
      },
      ask: {
        title: 'Ask',
        items: {
          'realistic-range': 'With this file, which range of specialties is realistic?',
          'tier-if-insisting': 'If I stay with my first choice, which tier of programs?',
          'strongest-lever': 'What moves most now: an away rotation, research, letters, another specialty?',
        },
      },
      cover: {
        title: 'Must be covered with category B or C',
        items: {
          widen: 'Widening or changing the list of specialties.',
          'extra-year': 'A research or preliminary year.',
          'less-competitive': 'Less competitive programs and regions.',
        },
      },
    },
  },
  'phase-1': {
    title: 'Phase 1: stabilize',
    purpose: 'Stop the spiral, see clearly, decide.',
    sections: {
      do: {
        title: 'To do',
        items: {
          debrief: 'Debrief the score.',
          'frank-meeting': 'Have the frank meeting.',
          support: 'See that the person is looked after.',
          'specialty-plan': 'Decide the specialty plan; months lost on a plan that cannot work do not come back.',
        },
      },
      exit: {
        title: 'Done when',
        items: {
          primary: 'A primary specialty is chosen.',
          backup: 'A backup is named that would really be accepted.',
          geography: 'It is clear how far the applicant would go.',
        },
      },
    },
  },
  'phase-2': {
    title: 'Phase 2: rebuild',
    purpose: 'Make every other part an asset.',
    sections: {
      do: {
        title: 'To do',
        items: {
          clinical: 'Aim for honors from now on, above all in the chosen field; shelves still to come count.',
          'on-service': 'On the ward: early, prepared, reliable, liked by the team.',
          letters: 'Win letters that say something, asked for while the work is fresh.',
          research: 'Finish something short, if it fits.',
          statement: 'Write a statement that names the score briefly and goes on to the strengths.',
        },
      },
      exit: {
        title: 'Done when',
        items: {
          'letters-agreed': 'Enough strong letters are agreed.',
          output: 'Output is submitted, or it was decided to do without.',
          'statement-reviewed': 'The statement was read by somebody who knows selection.',
        },
      },
    },
  },
  'phase-3': {
    title: 'Phase 3: communicate',
    purpose: 'A list that fits, and few, good messages.',
    sections: {
      do: {
        title: 'To do',
        items: {
          list: 'Build the list by the category of the score.',
          away: 'Use one or two away rotations at realistic programs.',
          messages: 'Write only where there is a tie.',
          answer: 'Have the short answer about the score ready.',
        },
      },
      exit: {
        title: 'Done when',
        items: {
          'list-balanced': 'The list is long enough and mixed.',
          'account-rehearsed': 'The answer was rehearsed aloud with somebody.',
          'thank-yous': 'Each interview was followed up.',
        },
      },
    },
  },
  'phase-4': {
    title: 'Phase 4: contingency',
    purpose: 'A real plan before Match week, so that the week is hard but not chaos.',
    sections: {
      do: {
        title: 'To do',
        items: {
          line: 'Draw the line: anywhere in this specialty this year, or a better fit later?',
          'first-priority': 'Specialty, place or name: choose which comes first; all three is not on offer.',
          paths: 'Go through SOAP, preliminary year, research year, change of specialty.',
          'exam-weakness': 'Mend the way exams are taken before the next one.',
        },
      },
      exit: {
        title: 'Done when',
        items: {
          'path-chosen': 'One path is chosen and written down.',
          'kit-ready': 'If it is SOAP, the kit is ready.',
          'mentor-and-dates': 'If it is another year, it has a mentor, an output and dates.',
        },
      },
    },
  },
  'contingency-options': {
    title: 'If there is no match',
    purpose: 'The paths, and what each needs.',
    sections: {
      soap: {
        title: 'SOAP into another specialty or a preliminary year',
        items: {
          pivots: 'Usual tracks: family medicine, preliminary medicine or pediatrics, transitional year.',
          'soap-statement': 'A short statement for each track.',
          'soap-letters': 'Letters that are not only about the first specialty.',
        },
      },
      research: {
        title: 'Research or another year, then reapply',
        items: {
          'research-fields': 'Best for medicine, neurology, pediatrics, psychiatry and fields that value research.',
          'research-mentor': 'A mentor whose people have gone on to residency.',
        },
      },
      change: {
        title: 'Another specialty next time',
        items: {
          exposure: 'Real clinical time in the new field.',
          narrative: 'A clear reason for the change.',
          'new-letters': 'New letters from the new field.',
        },
      },
      preliminary: {
        title: 'A preliminary year',
        items: {
          'prelim-letters': 'Strong letters from real work.',
          'prelim-reliability': 'A record of reliability to apply again with.',
        },
      },
    },
  },
  'soap-kit': {
    title: 'SOAP kit',
    purpose: 'Ready before Match week.',
    sections: {
      ready: {
        title: 'Ready',
        items: {
          statements: 'A short statement for each track.',
          'general-letters': 'Updated letters, not tied to one specialty.',
          eligible: 'Eligibility: exams passed and registered in time.',
          'track-order': 'The order of tracks, agreed beforehand.',
          people: 'Who sits beside the applicant that week, and how to reach them.',
        },
      },
      rules: {
        title: 'Keep to',
        items: {
          'take-part': 'Take full part if unmatched and eligible.',
          'no-contact': 'Programs make the first contact.',
          decide: 'Decide before the offers which ones would be accepted.',
        },
      },
    },
  },
  'between-cycles': {
    title: 'Between two cycles',
    purpose: 'A year with a purpose, not a pause.',
    sections: {
      'look-back': {
        title: 'Look back honestly',
        items: {
          'specialty-realistic': 'Was the choice of specialty realistic?',
          'enough-programs': 'Were there enough programs that take applicants like this one?',
          papers: 'Were letters, statement and CV as strong as they could be?',
          interviews: 'How did the interviews go?',
        },
      },
      roles: {
        title: 'What the year can hold',
        items: {
          'research-role': 'Research assistant or coordinator.',
          'clinical-role': 'Medical assistant, scribe or observer, where allowed.',
          'quality-role': 'Quality or patient safety work.',
          degree: 'A degree or certificate, where it fits: public health, clinical research, business.',
          teaching: 'Teaching or public health work.',
          courses: 'Courses, webinars, certificates such as BLS and ACLS, and current guidelines.',
        },
      },
      plan: {
        title: 'The plan needs',
        items: {
          mentor: 'A mentor.',
          output: 'Something that will exist at the end.',
          dates: 'Dates.',
          informed: 'Supervisors who know what it is for.',
          network: 'A wider circle than last time.',
          english: 'Time for English and communication, where it is needed.',
          'no-gap': 'No long stretch without anything to show.',
        },
      },
    },
  },
  'delay-application': {
    title: 'Apply in this season or the next',
    purpose: 'A year later only for something that changes the file.',
    sections: {
      for: {
        title: 'Speaks for waiting',
        items: {
          'no-usce': 'There is no US clinical experience, and several months are within reach.',
          'step2-open': 'Step 2 CK is still to come and would be low without more preparation.',
          meaningful: 'The file can be strengthened where it counts.',
          'several-failures': 'There are several failed attempts or low scores to answer.',
        },
      },
      against: {
        title: 'Speaks against',
        items: {
          minor: 'Only minor activities would be added.',
          gap: 'The year would look empty.',
          'research-only': 'It would be for research alone.',
        },
      },
    },
  },
};
