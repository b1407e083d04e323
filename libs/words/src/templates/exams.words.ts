import type { TemplateWordsOf } from './template-words.js';

/** Words for the templates about exams and preparing for them. */
export const examsTemplateWords: TemplateWordsOf<'exams'> = {
  'before-step1': {
    title: 'Before Step 1',
    purpose: 'Quiet and on time is the whole aim.',
    sections: {
      check: {
        title: 'To tick',
        items: {
          'study-plan': 'A study plan is on paper, and practice exams have their days in it.',
          'school-timetable': 'The date fits the timetable of the class.',
          'help-plan': 'If practice is not near a pass, it is settled who helps: advisor, remediation, tutoring or a study group.',
          'practice-margin': 'Practice exams show a pass again and again, with room to spare.',
        },
      },
      habits: {
        title: 'Habits that carry over',
        items: {
          'questions-early': 'Question banks are in use from the first year on.',
          'school-exams': 'School exams are treated as practice, with spaced repetition.',
        },
      },
    },
  },
  'after-step1-pass': {
    title: 'After a pass in Step 1',
    purpose: 'From here on everything prepares for Step 2 CK.',
    sections: {
      check: {
        title: 'To tick',
        items: {
          'shelf-as-practice': 'Preparing for each shelf exam doubles as preparing for Step 2 CK.',
          'weak-areas': 'Weak areas are written down after every rotation.',
          'tentative-date': 'A time for Step 2 CK is pencilled in, so that the score is out before applications if it is needed by then.',
        },
      },
    },
  },
  'after-step1-fail': {
    title: 'After a failed or late Step 1',
    purpose: 'Plan the recovery with somebody, and say early what it means for the plan.',
    sections: {
      check: {
        title: 'To tick',
        items: {
          'recovery-meeting': 'The dean or a mentor was met, and the recovery and how to speak of it were planned.',
          'stronger-step2': 'Step 2 CK is prepared for earlier and with stronger resources than usual.',
          'viable-specialties': 'It is settled which specialties are still realistic.',
        },
      },
      bundle: {
        title: 'What carries such a file',
        items: {
          'own-it': 'A short and honest account: what happened, and what is different now.',
          'consistent-since': 'Good results since then: grades, comments, and a timely, better Step 2 CK.',
          'wider-list': 'A list that mixes academic and community programs and reaches further.',
          'holistic-programs': 'Programs that are known to read the whole file.',
        },
      },
    },
  },
  'before-step2': {
    title: 'Before Step 2 CK',
    purpose: 'Go in when practice says so, with a way out if it does not.',
    sections: {
      check: {
        title: 'To tick',
        items: {
          'bank-done': 'The main question bank is done, or nearly.',
          'timed-practice': 'One or two practice exams were taken under exam conditions.',
          'near-target': 'Practice is reasonably close to the target.',
          'date-and-backup': 'The date is set, and so is a backup date for the case that practice stays low.',
        },
      },
    },
  },
  'study-phases': {
    title: 'Studying for Step 2 CK',
    purpose: 'Three stretches, each with its own work.',
    sections: {
      clerkships: {
        title: 'During clerkships',
        items: {
          'bank-through-year': 'Work on a question bank all year, at a steady pace.',
          'read-explanations': 'Read the explanations, also of answers that were right.',
          'running-list': 'Keep a list for every rotation: what was missed most, and the guidelines that matter there.',
          'never-again': 'After each shelf exam, note two or three points never to miss again.',
        },
      },
      dedicated: {
        title: 'Dedicated weeks, four to eight',
        items: {
          baseline: 'Take a practice exam at the start, and another every one or two weeks.',
          triage: 'Let each result decide which topics come next.',
          'finish-bank': 'Finish the main question bank; then go back to the weak parts.',
          'timed-random': 'Do timed, mixed blocks as the day comes nearer.',
          'full-day': 'Do one full-length day: seven or eight blocks, with the pauses and the food of the real one.',
          'common-over-rare': 'Review common presentations and what to do about them rather than rarities.',
        },
      },
      'last-days': {
        title: 'The last seven to ten days',
        items: {
          consolidate: 'Nothing new; go through the error log and the best notes.',
          algorithms: 'Rehearse what to do in chest pain, sepsis, stroke, prenatal care, bleeding after birth and diabetic emergencies.',
          body: 'Sleep, eat and move enough to keep the mind clear.',
          'why-missed': 'Ask why questions are missed rather than learning one more rare fact.',
        },
      },
    },
  },
  'error-log': {
    title: 'Error log',
    purpose: 'One line for every question missed.',
    sections: {
      fields: {
        title: 'What each line holds',
        items: {
          topic: 'The topic.',
          reason: 'The reason: knowledge, misreading, or time.',
          action: 'What to do about it, and by when.',
        },
      },
    },
  },
  'test-taking-diagnostic': {
    title: 'Finding out how exams go wrong',
    purpose: 'Before the next high-stakes exam, not during it.',
    sections: {
      find: {
        title: 'Find the cause',
        items: {
          'think-aloud': 'In timed blocks, write down the thoughts on five to ten questions a block.',
          'how-chosen': 'Look at how answers were chosen, not only at what was not known.',
          cause: 'Name the main cause: no structure, content, timing, fatigue or anxiety.',
        },
      },
      treat: {
        title: 'Treat what was found',
        items: {
          timing: 'Timing: a fixed limit for a question, then move on.',
          anxiety: 'Anxiety: counselling or a performance psychologist.',
          content: 'Content: structured reading with active recall and spaced repetition, not questions alone.',
          fatigue: 'Fatigue: full-length days, and rest planned like study.',
          evidence: 'Keep the figures that show the change; they are part of the story later.',
        },
      },
    },
  },
  'delay-exam': {
    title: 'Keep the exam date or move it',
    purpose: 'Moving is never automatic, and never free.',
    sections: {
      weigh: {
        title: 'What to weigh',
        items: {
          distance: 'How far practice is from the target.',
          field: 'What the specialty expects, and when its programs look at scores.',
          gain: 'Whether more time would really change the score, or only stretch the strain.',
          path: 'Whether there is a clear way up: questions left to do, topics to target, a better method.',
        },
      },
      'score-needed': {
        title: 'The score should be out before applying',
        items: {
          competitive: 'In competitive specialties.',
          'step1-concern': 'After a failed, late or remediated Step 1.',
          img: 'For international graduates.',
        },
      },
      'later-arguable': {
        title: 'A later date can be argued for',
        items: {
          'can-improve': 'Practice is not near the target and can still rise.',
          'grades-carry': 'The specialty looks less at numbers, and grades and letters are strong.',
          recovery: 'Weeks are needed to recover or to finish important clerkships.',
        },
      },
      cost: {
        title: 'What it may cost',
        items: {
          unread: 'Some programs do not read a file without the score, or set it aside until it comes.',
          'no-rush': 'An early application with a low score costs more than a later one with a higher score.',
        },
      },
    },
  },
  'retake-decision': {
    title: 'The decision about a retake',
    purpose: 'Only after a failed attempt, and only while attempts are left: a passed exam is not taken again.',
    sections: {
      for: {
        title: 'Speaks for it',
        items: {
          confident: 'A pass is within comfortable reach, with time and support.',
          'known-cause': 'It is known why the last preparation fell short, and that can really be changed.',
          'not-applied': 'Applications are not out yet.',
        },
      },
      against: {
        title: 'Speaks against it, or for waiting',
        items: {
          'small-gain': 'Only a small gain is in sight; one more attempt may cost more than it brings.',
          attempts: 'Several attempts with little change between them.',
          'step2-higher': 'Step 2 CK is already clearly above Step 1.',
          rules: 'The limits: four attempts at one Step, three in twelve months.',
        },
      },
      differently: {
        title: 'What will be different',
        items: {
          'self-assessment': 'Which content was weak, and whether time, tiredness or anxiety weighed more.',
          resources: 'Question banks, practice exams to follow progress, one structured review.',
          schedule: 'Daily blocks with topics and numbers, and time to review.',
          help: 'Full-length practice, and help with anxiety where it matters.',
        },
      },
    },
  },
  'step3-decision': {
    title: 'Step 3 before applying',
    purpose: 'Helpful for some, needed for few.',
    sections: {
      helps: {
        title: 'When it helps',
        items: {
          'low-scores': 'Low earlier scores, and a first-attempt pass is likely.',
          h1b: 'An H-1B visa is needed; many of its programs ask for Step 3.',
          'long-since': 'Graduation is long ago, and it shows that one is still studying.',
        },
      },
      limits: {
        title: 'What it does not do',
        items: {
          'not-erase': 'It does not undo several low scores or failed attempts.',
          'not-crowd-out': 'It must not take the time of clinical experience and letters.',
        },
      },
    },
  },
};
