import type { TemplateWordsOf } from './template-words.js';

/** Words for the templates about interviews. */
export const interviewTemplateWords: TemplateWordsOf<'interview'> = {
  'interview-questions': {
    title: 'Interview questions',
    purpose: 'To practise aloud, in two minutes or less each.',
    sections: {
      core: {
        title: 'Asked everywhere',
        items: {
          yourself: 'Tell us about yourself.',
          journey: 'How did you come to medicine, and to here?',
          strengths: 'What are your strengths, and what do you still work on?',
          setback: 'Describe a setback and what you did about it.',
          scores: 'What happened with your exams?',
        },
      },
      medicine: {
        title: 'For internal medicine',
        items: {
          'why-medicine': 'Why internal medicine?',
          'why-here': 'Why this program and this place?',
          case: 'A patient who was a challenge.',
          uncertainty: 'How do you deal with a diagnosis that stays uncertain?',
          mistake: 'A mistake you made, or criticism that was hard to hear.',
        },
      },
      stories: {
        title: 'Stories to have ready',
        items: {
          'two-cases': 'Two or three patients told as situation, task, action, result.',
          'teaching-family': 'A time you took longer to explain to a patient or family.',
          'near-miss': 'An error or near miss you caught.',
          'busy-call': 'A busy night on which you stepped in.',
          traits: 'One story each for reliability, teamwork, empathy and respect for other cultures.',
        },
      },
      fit: {
        title: 'About the program',
        items: {
          'research-program': 'Know the hospital, its patients and its teaching.',
          'own-questions': 'Bring questions about conferences, patients and support.',
          'long-term': 'Say where you want to be later, within reason.',
          guidelines: 'Be able to speak of recent guidelines in the field.',
          'us-system': 'For international graduates: insurance, continuity, working across professions; calm, clear English.',
        },
      },
    },
  },
  'score-account': {
    title: 'The short answer about the score',
    purpose: 'Two or three sentences, said calmly.',
    sections: {
      steps: {
        title: 'In this order',
        items: {
          own: 'Own it in one sentence.',
          explain: 'Give a real reason, if there is one, without excuses.',
          pivot: 'Go on to what changed, and to the evidence for it.',
        },
      },
      never: {
        title: 'Leave out',
        items: {
          blame: 'Blame for the exam, the school or anybody.',
          saga: 'A long story.',
          unasked: 'Explanations nobody asked for.',
        },
      },
    },
  },
  'mock-interview': {
    title: 'Mock interview',
    purpose: 'What the listener notes.',
    sections: {
      rubric: {
        title: 'Heard',
        items: {
          ownership: 'Responsibility was taken.',
          brevity: 'It was short.',
          growth: 'There was evidence of change.',
          'no-blame': 'Nobody was blamed, nothing was defended.',
          fluency: 'It was calm, clear and in whole sentences.',
        },
      },
    },
  },
};
