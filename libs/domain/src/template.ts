/** What a template is for: ticking, asking, a phase of the recovery plan, or reading. */
export const templateKinds = ['checklist', 'questions', 'phase', 'guide'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** Groups of templates, in display order. */
export const templateGroups = ['plan', 'exams', 'application', 'interview', 'people', 'reference'] as const;
export type TemplateGroup = (typeof templateGroups)[number];

interface TemplateShape {
  readonly kind: TemplateKind;
  readonly group: TemplateGroup;
  /** Items by section, both in their order; the keys are stable for ever. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
}

/** Every template: what it is for and which items it holds. Words and sources stand in libraries of their own. */
export const templates = {
  'intake-sheet': {
    kind: 'checklist',
    group: 'plan',
    sections: {
      facts: ['step2', 'step1', 'targets', 'grades', 'research', 'red-flags'],
      compare: ['range', 'category'],
    },
  },
  'score-debrief': {
    kind: 'questions',
    group: 'plan',
    sections: {
      preparation: ['questions-done', 'practice-exams', 'content'],
      prediction: ['predicted', 'what-changed'],
      report: ['weak-systems', 'controllable'],
    },
  },
  'advisor-meeting': {
    kind: 'questions',
    group: 'plan',
    sections: {
      bring: ['score-report', 'cv', 'preferences', 'history'],
      ask: ['realistic-range', 'tier-if-insisting', 'strongest-lever'],
      cover: ['widen', 'extra-year', 'less-competitive'],
    },
  },
  'phase-1': {
    kind: 'phase',
    group: 'plan',
    sections: {
      do: ['debrief', 'frank-meeting', 'support', 'specialty-plan'],
      exit: ['primary', 'backup', 'geography'],
    },
  },
  'phase-2': {
    kind: 'phase',
    group: 'plan',
    sections: {
      do: ['clinical', 'on-service', 'letters', 'research', 'statement'],
      exit: ['letters-agreed', 'output', 'statement-reviewed'],
    },
  },
  'phase-3': {
    kind: 'phase',
    group: 'plan',
    sections: {
      do: ['list', 'away', 'messages', 'answer'],
      exit: ['list-balanced', 'account-rehearsed', 'thank-yous'],
    },
  },
  'phase-4': {
    kind: 'phase',
    group: 'plan',
    sections: {
      do: ['line', 'first-priority', 'paths', 'exam-weakness'],
      exit: ['path-chosen', 'kit-ready', 'mentor-and-dates'],
    },
  },
  'contingency-options': {
    kind: 'guide',
    group: 'plan',
    sections: {
      soap: ['pivots', 'soap-statement', 'soap-letters'],
      research: ['research-fields', 'research-mentor'],
      change: ['exposure', 'narrative', 'new-letters'],
      preliminary: ['prelim-letters', 'prelim-reliability'],
    },
  },
  'soap-kit': {
    kind: 'checklist',
    group: 'plan',
    sections: {
      ready: ['statements', 'general-letters', 'eligible', 'track-order', 'people'],
      rules: ['take-part', 'no-contact', 'decide'],
    },
  },
  'between-cycles': {
    kind: 'checklist',
    group: 'plan',
    sections: {
      'look-back': ['specialty-realistic', 'enough-programs', 'papers', 'interviews'],
      roles: ['research-role', 'clinical-role', 'quality-role', 'degree', 'teaching', 'courses'],
      plan: ['mentor', 'output', 'dates', 'informed', 'network', 'english', 'no-gap'],
    },
  },
  'delay-application': {
    kind: 'guide',
    group: 'plan',
    sections: {
      for: ['no-usce', 'step2-open', 'meaningful', 'several-failures'],
      against: ['minor', 'gap', 'research-only'],
    },
  },
  'before-step1': {
    kind: 'checklist',
    group: 'exams',
    sections: {
      check: ['study-plan', 'school-timetable', 'help-plan', 'practice-margin'],
      habits: ['questions-early', 'school-exams'],
    },
  },
  'after-step1-pass': {
    kind: 'checklist',
    group: 'exams',
    sections: {
      check: ['shelf-as-practice', 'weak-areas', 'tentative-date'],
    },
  },
  'after-step1-fail': {
    kind: 'checklist',
    group: 'exams',
    sections: {
      check: ['recovery-meeting', 'stronger-step2', 'viable-specialties'],
      bundle: ['own-it', 'consistent-since', 'wider-list', 'holistic-programs'],
    },
  },
  'before-step2': {
    kind: 'checklist',
    group: 'exams',
    sections: {
      check: ['bank-done', 'timed-practice', 'near-target', 'date-and-backup'],
    },
  },
  'study-phases': {
    kind: 'checklist',
    group: 'exams',
    sections: {
      clerkships: ['bank-through-year', 'read-explanations', 'running-list', 'never-again'],
      dedicated: ['baseline', 'triage', 'finish-bank', 'timed-random', 'full-day', 'common-over-rare'],
      'last-days': ['consolidate', 'algorithms', 'body', 'why-missed'],
    },
  },
  'error-log': {
    kind: 'guide',
    group: 'exams',
    sections: {
      fields: ['topic', 'reason', 'action'],
    },
  },
  'test-taking-diagnostic': {
    kind: 'checklist',
    group: 'exams',
    sections: {
      find: ['think-aloud', 'how-chosen', 'cause'],
      treat: ['timing', 'anxiety', 'content', 'fatigue', 'evidence'],
    },
  },
  'delay-exam': {
    kind: 'guide',
    group: 'exams',
    sections: {
      weigh: ['distance', 'field', 'gain', 'path'],
      'score-needed': ['competitive', 'step1-concern', 'img'],
      'later-arguable': ['can-improve', 'grades-carry', 'recovery'],
      cost: ['unread', 'no-rush'],
    },
  },
  'retake-decision': {
    kind: 'guide',
    group: 'exams',
    sections: {
      for: ['confident', 'known-cause', 'not-applied'],
      against: ['small-gain', 'attempts', 'step2-higher', 'rules'],
      differently: ['self-assessment', 'resources', 'schedule', 'help'],
    },
  },
  'step3-decision': {
    kind: 'guide',
    group: 'exams',
    sections: {
      helps: ['low-scores', 'h1b', 'long-since'],
      limits: ['not-erase', 'not-crowd-out'],
    },
  },
  'application-season': {
    kind: 'checklist',
    group: 'application',
    sections: {
      check: ['score-fits', 'list-broad', 'red-flags-addressed', 'rest-strengthened'],
    },
  },
  'letter-packet': {
    kind: 'guide',
    group: 'application',
    sections: {
      whom: ['supervised', 'directors', 'specialty-faculty', 'us-attendings', 'educator'],
      ask: ['timing', 'feedback', 'strong'],
      give: ['cv', 'bullets', 'goals', 'score-note'],
      content: ['reasoning', 'reliability', 'communication', 'teachable', 'comparison'],
    },
  },
  'personal-statement': {
    kind: 'guide',
    group: 'application',
    sections: {
      parts: ['story', 'why', 'journey', 'resilience', 'vision', 'alignment'],
      score: ['only-if', 'two-sentences', 'no-despite', 'elsewhere'],
      entries: ['impact'],
    },
  },
  'program-list': {
    kind: 'guide',
    group: 'application',
    sections: {
      'by-category': ['category-a', 'category-b', 'category-c', 'img-moderate', 'img-high'],
      prefer: ['holistic', 'no-cutoff', 'img-history', 'places', 'visa', 'ties'],
      avoid: ['elite', 'no-img', 'no-failures'],
      check: ['source', 'forums', 'mix', 'cost'],
    },
  },
  'program-messages': {
    kind: 'guide',
    group: 'application',
    sections: {
      before: ['tie', 'structure', 'no-mass'],
      after: ['rules', 'thank-you', 'ranked', 'no-begging'],
    },
  },
  'away-rotation': {
    kind: 'guide',
    group: 'application',
    sections: {
      when: ['strong', 'easy', 'rested'],
      where: ['realistic', 'pipeline', 'region'],
      how: ['every-day', 'culture', 'feedback'],
    },
  },
  usce: {
    kind: 'guide',
    group: 'application',
    sections: {
      rank: ['hands-on', 'acting-intern', 'observership', 'shadowing'],
      plan: ['months', 'accredited', 'recent', 'settings', 'evaluation', 'letter'],
    },
  },
  'research-offer': {
    kind: 'guide',
    group: 'application',
    sections: {
      choose: ['short', 'field', 'mentor', 'before-season'],
      offer: ['who', 'why', 'what'],
      mind: ['understand', 'no-vanishing', 'no-delay'],
    },
  },
  'interview-questions': {
    kind: 'questions',
    group: 'interview',
    sections: {
      core: ['yourself', 'journey', 'strengths', 'setback', 'scores'],
      medicine: ['why-medicine', 'why-here', 'case', 'uncertainty', 'mistake'],
      stories: ['two-cases', 'teaching-family', 'near-miss', 'busy-call', 'traits'],
      fit: ['research-program', 'own-questions', 'long-term', 'guidelines', 'us-system'],
    },
  },
  'score-account': {
    kind: 'guide',
    group: 'interview',
    sections: {
      steps: ['own', 'explain', 'pivot'],
      never: ['blame', 'saga', 'unasked'],
    },
  },
  'mock-interview': {
    kind: 'checklist',
    group: 'interview',
    sections: {
      rubric: ['ownership', 'brevity', 'growth', 'no-blame', 'fluency'],
    },
  },
  'mentor-talk': {
    kind: 'questions',
    group: 'people',
    sections: {
      who: ['knows-img', 'honest', 'sources'],
      ask: ['realistic', 'next-months', 'review'],
      network: ['events', 'projects', 'online', 'follow-up', 'advocate'],
    },
  },
  wellbeing: {
    kind: 'guide',
    group: 'people',
    sections: {
      offer: ['routine', 'body', 'talk', 'professional', 'quiet'],
      goals: ['programs-a-day', 'papers-a-week', 'practice-done'],
      know: ['reactions'],
    },
  },
  'applicant-types': {
    kind: 'guide',
    group: 'reference',
    sections: {
      'us-md': ['flexible'],
      'us-do': ['both-exams', 'comlex-readers'],
      img: ['strong-step2', 'early-talk', 'usce-letters', 'broad'],
      'img-medicine': ['ready-score', 'ready-usce', 'ready-letters', 'ready-list', 'ready-interviews'],
    },
  },
  lifecycle: {
    kind: 'guide',
    group: 'reference',
    sections: {
      stages: ['preclinical', 'clerkships', 'timing', 'targets', 'season'],
    },
  },
  offsets: {
    kind: 'guide',
    group: 'reference',
    sections: {
      step2: ['mitigates', 'grades', 'low-limits', 'harder'],
      'other-parts': ['clinical-voice', 'single-failure', 'usce-letters', 'service', 'no-holistic-rescue', 'step3'],
      recent: ['shelves', 'courses', 'changes'],
    },
  },
} as const satisfies Readonly<Record<string, TemplateShape>>;

export type TemplateId = keyof typeof templates;

/** All templates, in display order. */
export const templateIds = Object.keys(templates) as [TemplateId, ...TemplateId[]];
