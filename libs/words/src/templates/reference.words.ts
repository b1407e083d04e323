import type { TemplateWordsOf } from './template-words.js';

/** Words for the templates about reading a file. */
export const referenceTemplateWords: TemplateWordsOf<'reference'> = {
  'applicant-types': {
    title: 'By type of applicant',
    purpose: 'What differs from the start.',
    sections: {
      'us-md': {
        title: 'US MD',
        items: {
          flexible: 'Most room in the choice; school advisors and alumni help to build the list.',
        },
      },
      'us-do': {
        title: 'US DO',
        items: {
          'both-exams': 'Taking USMLE beside COMLEX widens the list where it is feasible.',
          'comlex-readers': 'Without USMLE, choose programs that read COMLEX.',
        },
      },
      img: {
        title: 'International graduates',
        items: {
          'strong-step2': 'A Step 2 CK well above what is usual in the specialty.',
          'early-talk': 'An early talk about what is realistic.',
          'usce-letters': 'US clinical experience and strong US letters.',
          broad: 'A very broad list, open to many places.',
        },
      },
      'img-medicine': {
        title: 'Ready for internal medicine with a low score',
        items: {
          'ready-score': 'A strong Step 2 CK, if it is still to come.',
          'ready-usce': 'Substantial experience in US internal medicine.',
          'ready-letters': 'Strong letters from US internists.',
          'ready-list': 'A broad, well-aimed list.',
          'ready-interviews': 'Interviews well prepared.',
        },
      },
    },
  },
  lifecycle: {
    title: 'The years, and their decisions',
    purpose: 'What is decided when.',
    sections: {
      stages: {
        title: 'Stages',
        items: {
          preclinical: 'Before clerkships: a quiet pass in Step 1, on time.',
          clerkships: 'Clerkships: habits that serve grades and Step 2 CK alike.',
          timing: 'Step 2 CK: late June or July of the application year, so that the score is out in September.',
          targets: 'Targets: the score the specialty asks for, checked against current data and recent graduates.',
          season: 'Application season: list, red flags, the rest of the file.',
        },
      },
    },
  },
  offsets: {
    title: 'How parts of a file weigh against each other',
    purpose: 'For reading a file as a whole.',
    sections: {
      step2: {
        title: 'Step 2 CK',
        items: {
          mitigates: 'A strong score softens a failed Step 1 and does not erase it: from rejection to a careful reading.',
          grades: 'It can make up for average grades or a little-known school.',
          'low-limits': 'A low score narrows specialties and regions, and draws eyes to everything else.',
          harder: 'A low Step 2 CK weighs more than a low Step 1.',
        },
      },
      'other-parts': {
        title: 'The rest',
        items: {
          'clinical-voice': 'With an outstanding clinical record, a modest score can still match; with a quiet one it weighs more.',
          'single-failure': 'One failure with clear, lasting improvement is tolerated more than several.',
          'usce-letters': 'Hands-on experience and strong letters reassure about international graduates.',
          service: 'In fields less set on numbers: service, fit, interviews.',
          'no-holistic-rescue': 'In the most competitive fields, reading the whole file does not rescue a very low score.',
          step3: 'A first-attempt pass in Step 3 helps, and rarely erases several low results.',
        },
      },
      recent: {
        title: 'Recent success that counts',
        items: {
          shelves: 'Shelf exams and COMLEX.',
          courses: 'Courses after graduation with good grades.',
          changes: 'Changes in time, method and resources that can be shown.',
        },
      },
    },
  },
};
