import type { TemplateWordsOf } from './template-words.js';

/** Words for the templates about mentors and looking after the person. */
export const peopleTemplateWords: TemplateWordsOf<'people'> = {
  'mentor-talk': {
    title: 'Mentor and network',
    purpose: 'Honest people who know the path.',
    sections: {
      who: {
        title: 'Who',
        items: {
          'knows-img': 'Somebody who is an international graduate or has worked with many.',
          honest: 'Honest and realistic.',
          sources: 'Rotation attendings, home faculty with US ties, matched alumni, organisations.',
        },
      },
      ask: {
        title: 'Ask',
        items: {
          realistic: 'Which specialties and programs are realistic for this file?',
          'next-months': 'What would change most in the next six to twelve months?',
          review: 'Would you read my statement or CV?',
        },
      },
      network: {
        title: 'Where people meet',
        items: {
          events: 'Conferences, grand rounds, interest groups, societies, residency fairs.',
          projects: 'Quality projects and teaching in the department.',
          online: 'A tidy professional profile, alumni in the specialty or region, respectful questions.',
          'follow-up': 'A short thank-you with one or two questions.',
          advocate: 'Note who spoke for the applicant, to which program, and when.',
        },
      },
    },
  },
  wellbeing: {
    title: 'Looking after the person',
    purpose: 'Never part of any score.',
    sections: {
      offer: {
        title: 'What helps',
        items: {
          routine: 'A routine with study, work and rest.',
          body: 'Sleep, food and movement.',
          talk: 'A trusted person, peers on the same road.',
          professional: 'Counselling or therapy, offered and not only mentioned.',
          quiet: 'Mindfulness or a journal, for those who like it.',
        },
      },
      goals: {
        title: 'Goals one can control',
        items: {
          'programs-a-day': 'Programs looked at in a day.',
          'papers-a-week': 'Statements or letters moved on in a week.',
          'practice-done': 'Practice interviews held.',
        },
      },
      know: {
        title: 'Good to know',
        items: {
          reactions: 'Shame, comparison and worry about money and the future are common.',
        },
      },
    },
  },
};
