import type { TemplateWordsOf } from './template-words.js';

/** Words for the templates about the parts of an application. */
export const applicationTemplateWords: TemplateWordsOf<'application'> = {
  'application-season': {
    title: 'The application season',
    purpose: 'The file as a whole, before it is sent.',
    sections: {
      check: {
        title: 'To tick',
        items: {
          'score-fits': 'The scores fit the specialty and what matched applicants in it usually have.',
          'list-broad': 'The program list is broad enough for these scores.',
          'red-flags-addressed': 'Whatever will raise questions is addressed honestly, with what was learned.',
          'rest-strengthened': 'Letters, statement and experience were strengthened.',
        },
      },
    },
  },
  'letter-packet': {
    title: 'Letters: whom to ask, and what to give them',
    purpose: 'A detailed letter outweighs a famous name.',
    sections: {
      whom: {
        title: 'Whom to ask',
        items: {
          supervised: 'Attendings who supervised for several weeks.',
          directors: 'Program or clerkship directors who saw the work.',
          'specialty-faculty': 'Respected faculty of the specialty; at least two letters from it.',
          'us-attendings': 'For international graduates: at least two, better three, from the US.',
          educator: 'One from residency education.',
        },
      },
      ask: {
        title: 'How to ask',
        items: {
          timing: 'At the end of the rotation, while it is fresh.',
          feedback: 'After asking for feedback halfway, and acting on it.',
          strong: 'Ask whether it can be a strong letter; if there is hesitation, thank them and ask someone else.',
        },
      },
      give: {
        title: 'What to give',
        items: {
          cv: 'The CV and a draft of the statement.',
          bullets: 'Three to five points: patients and cases that show what you can do.',
          goals: 'What you hope to match in.',
          'score-note': 'If you wish, a word that clinical strength matters more than the score here.',
        },
      },
      content: {
        title: 'What a strong letter speaks of',
        items: {
          reasoning: 'Reasoning, and handling of complexity.',
          reliability: 'Work ethic and reliability.',
          communication: 'Communication with patients and team.',
          teachable: 'How feedback was taken.',
          comparison: 'A comparison with other students or residents.',
        },
      },
    },
  },
  'personal-statement': {
    title: 'Personal statement',
    purpose: 'A story about a physician, not about a score.',
    sections: {
      parts: {
        title: 'What it holds',
        items: {
          story: 'A short scene or reason that led to the specialty.',
          why: 'Why this specialty, and which experience supports it.',
          journey: 'The way here, and what was hard.',
          resilience: 'How setbacks were answered.',
          vision: 'What kind of physician, where.',
          alignment: 'Community or academic: what the program cares about.',
        },
      },
      score: {
        title: 'About the score',
        items: {
          'only-if':
            'Mention it only after a failure, several attempts, a long delay, an outlier, or a clear cause with improvement since.',
          'two-sentences': 'Two sentences at most: the fact, what was learned, the evidence.',
          'no-despite': 'No excuses, and no sentence that begins with despite.',
          elsewhere: 'War, pandemic or a family crisis may stand in the section for such things instead.',
        },
      },
      entries: {
        title: 'The list of experiences',
        items: {
          impact: 'Each entry says what was done and what came of it, with numbers where there are any.',
        },
      },
    },
  },
  'program-list': {
    title: 'Program list',
    purpose: 'Broad, mixed and possible.',
    sections: {
      'by-category': {
        title: 'By category',
        items: {
          'category-a': 'A: broadly within the specialty, with middle and lower tiers and community programs; a small backup list.',
          'category-b': 'B: community, newer and less sought-after places; think hard about a second specialty within range.',
          'category-c': 'C: two specialties, anywhere, many programs, and a talk with the dean about a preliminary year or reapplying.',
          'img-moderate': 'International, moderate tier: community, and some middle academic programs.',
          'img-high': 'International, high or very high tier: mostly community programs with many international residents.',
        },
      },
      prefer: {
        title: 'Look for',
        items: {
          holistic: 'Programs that say they read the whole file.',
          'no-cutoff': 'Programs without a fixed minimum score.',
          'img-history': 'Programs with international graduates among their residents, and with earlier graduates.',
          places: 'Smaller cities, rural and underserved places.',
          visa: 'Clear visa sponsorship, where it is needed.',
          ties: 'Places with a tie: family, training, a rotation.',
        },
      },
      avoid: {
        title: 'Leave out',
        items: {
          elite: 'Famous places with firm minimum scores.',
          'no-img': 'Programs with hardly any international residents.',
          'no-failures': 'Programs that exclude failed attempts, after one.',
        },
      },
      check: {
        title: 'Check each program',
        items: {
          source: 'The source and the day of every fact: program site, FREIDA, the coordinator.',
          forums: 'Forums only with care, and checked elsewhere.',
          mix: 'The mix: reach, middle and safer.',
          cost: 'The cost of the list, against what can be spent.',
        },
      },
    },
  },
  'program-messages': {
    title: 'Messages to programs',
    purpose: 'Few, short and true.',
    sections: {
      before: {
        title: 'Before interviews',
        items: {
          tie: 'Only with a tie, a rotation there, or a faculty member who speaks for you.',
          structure: 'One paragraph: who, one tie, one line about the score beside one strength.',
          'no-mass': 'No mailing to all.',
        },
      },
      after: {
        title: 'After interviews',
        items: {
          rules: 'Follow what the program says about contact.',
          'thank-you': 'One thank-you within a day or two: what was liked, what you would bring.',
          ranked: 'One message that it is ranked highly, if that is true.',
          'no-begging': 'No begging, and no story about the score that nobody asked for.',
        },
      },
    },
  },
  'away-rotation': {
    title: 'Away rotation',
    purpose: 'A month-long interview.',
    sections: {
      when: {
        title: 'Only if',
        items: {
          strong: 'Clinical work is strong.',
          easy: 'The person is easy to work with.',
          rested: 'There is strength left; not in exhaustion.',
        },
      },
      where: {
        title: 'Where',
        items: {
          realistic: 'One or two programs that are realistic and wanted.',
          pipeline: 'With a tie, or earlier students who went there.',
          region: 'In the region where one hopes to match.',
        },
      },
      how: {
        title: 'How',
        items: {
          'every-day': 'Every day counts: on time, prepared, kind.',
          culture: 'Learn quickly how the team works.',
          feedback: 'Ask for feedback halfway, and act on it.',
        },
      },
    },
  },
  usce: {
    title: 'US clinical experience',
    purpose: 'Recent, hands-on, in the specialty.',
    sections: {
      rank: {
        title: 'What counts most',
        items: {
          'hands-on': 'Clerkships and externships with patients of one’s own.',
          'acting-intern': 'Sub-internships and acting internships.',
          observership: 'Observerships that teach, at places used to international graduates.',
          shadowing: 'Shadowing, last.',
        },
      },
      plan: {
        title: 'To plan',
        items: {
          months: 'Three to four months in the specialty, at more than one site.',
          accredited: 'One site with an accredited residency in the specialty.',
          recent: 'Within a year or two of applying; best in the final year or soon after.',
          settings: 'Wards, continuity clinic, hospitalist service.',
          evaluation: 'Ask early how one is evaluated.',
          letter: 'Ask for the letter before leaving.',
        },
      },
    },
  },
  'research-offer': {
    title: 'A project that gets finished',
    purpose: 'Small and done beats large and open.',
    sections: {
      choose: {
        title: 'Choose',
        items: {
          short: 'Case report, chart review or quality project, three to six months.',
          field: 'In the target specialty.',
          mentor: 'A mentor who publishes and helps.',
          'before-season': 'An abstract or poster before applications open.',
        },
      },
      offer: {
        title: 'The message to one or two faculty',
        items: {
          who: 'Who you are, in a line.',
          why: 'Why their field.',
          what: 'What you can do: data, chart review, drafting.',
        },
      },
      mind: {
        title: 'Keep in mind',
        items: {
          understand: 'Know the project well enough to speak about it.',
          'no-vanishing': 'No year of research without anything to show.',
          'no-delay': 'Not at the price of Step 2 CK or the application.',
        },
      },
    },
  },
};
