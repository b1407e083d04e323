/** How far a source can be leant on. */
export type Confidence = 'high' | 'medium' | 'low';

/** Something a number or a rule rests on. */
export interface Source {
  readonly title: string;
  /**
   * `article`: guidance, cited by section; `public-fact`: published by an organiser, cited by fact; `default`: chosen here, for the
   * school to confirm; `school`: decided by the school, cited by whatever tells the decision.
   */
  readonly kind: 'article' | 'public-fact' | 'default' | 'school';
  readonly year?: number;
  readonly confidence: Confidence;
  /** Locators that citations may use, each with what stands there. */
  readonly locators: Readonly<Record<string, string>>;
}

/** The register: every citation is `id` or `id#locator` of an entry here. */
export const sources = {
  '000': {
    title: 'Key Strategies for Residency Success with Low USMLE Step Scores',
    kind: 'article',
    confidence: 'medium',
    locators: {
      'score-use': 'How programs use scores',
      letters: 'Letters of recommendation',
      clinical: 'Clinical experience and performance',
      scholarly: 'Research and scholarly work',
      'specialty-choice': 'Competitiveness of specialties',
      'program-type': 'Academic and community programs',
      'application-volume': 'How broadly to apply',
      contingency: 'Preliminary and transitional years',
      statement: 'Personal statement',
      interview: 'Interview preparation',
      networking: 'Relationships that open doors',
      'academic-record': 'After repeated failures or academic difficulty',
      'between-cycles': 'Gap years, and what follows an unmatched cycle',
      wellbeing: 'Mental health during the Match',
    },
  },
  '001': {
    title: 'Mastering Your USMLE Step Score Strategy for Residency Success',
    kind: 'article',
    confidence: 'medium',
    locators: {
      'step1-role': 'What Step 1 does now',
      'step1-timing': 'Pre-clinical years and when to take Step 1',
      'clerkship-years': 'Clerkships with Step 2 CK in mind',
      'step2-role': 'What Step 2 CK does now, with screens',
      'step2-timing': 'When to take Step 2 CK',
      targets: 'Score targets by group of specialties',
      dedicated: 'Dedicated study and practice exams',
      delay: 'Delaying after low practice scores',
      'step1-failure': 'After a Step 1 failure',
      'low-step2': 'With a low Step 2 CK score',
      'applicant-types': 'US MD, DO and IMG applicants',
      narrative: 'Speaking of a low score or a failure',
      'competitive-fields': 'Competitive and less competitive specialties',
      checklist: 'Strategy checklist',
    },
  },
  '002': {
    title: 'Essential Strategies for IMGs to Overcome Low USMLE Scores for Residency',
    kind: 'article',
    confidence: 'medium',
    locators: {
      cutoffs: 'Score cutoffs and filters',
      trajectory: 'Attempts and trajectory',
      usce: 'US clinical experience',
      letters: 'Letters of recommendation',
      research: 'Research with deliverables',
      service: 'Volunteering and community work',
      'specialty-choice': 'Choosing a specialty',
      targeting: 'Programs open to IMGs',
      statement: 'Personal statement',
      interview: 'Speaking of a low score',
      retake: 'Retakes and additional exams',
      mentors: 'Mentors who know the path of IMGs',
      networking: 'Networking with purpose',
      'between-cycles': 'Between cycles, and after an unmatched one',
      wellbeing: 'Mental health during the process',
    },
  },
  '003': {
    title: 'Four-phase recovery plan after a low Step 2 CK score',
    kind: 'article',
    confidence: 'medium',
    locators: {
      'step-0': 'Step 0: ranges and categories',
      'phase-1': 'Phase 1: stabilize and decide the specialty plan',
      'phase-2': 'Phase 2: rebuild the application',
      'phase-3': 'Phase 3: programs and communication',
      'phase-4': 'Phase 4: contingency plan',
    },
  },
  '004': {
    title: 'Low Step Score Strategies for IMGs: Your Guide to Internal Medicine Residency',
    kind: 'article',
    confidence: 'medium',
    locators: {
      'low-score': 'What counts as a low score',
      'risk-factors': 'Risk factors for IMGs',
      'risk-tiers': 'Categories of risk',
      usce: 'US clinical experience',
      letters: 'Letters of recommendation',
      statement: 'Personal statement',
      research: 'Research and scholarly work',
      'program-choice': 'Which programs are within reach',
      'program-count': 'How many programs',
      visa: 'Visa considerations',
      'step2-offset': 'Step 2 CK after a low Step 1',
      failures: 'Failures and repeated attempts',
      step3: 'Step 3 before applying',
      interview: 'Interviews and what follows them',
      delay: 'Delaying an application, and gaps',
    },
  },
  'usmle-pass-marks': {
    title: 'USMLE minimum passing scores, with the exam days they apply from',
    kind: 'public-fact',
    year: 2026,
    confidence: 'high',
    locators: { step1: 'Step 1', step2ck: 'Step 2 CK', step3: 'Step 3' },
  },
  'usmle-step1-reporting': {
    title: 'USMLE common questions: Step 1 is reported as pass or fail',
    kind: 'public-fact',
    year: 2022,
    confidence: 'high',
    locators: {},
  },
  'usmle-scores': {
    title: 'USMLE Score Interpretation Guidelines',
    kind: 'public-fact',
    year: 2026,
    confidence: 'high',
    locators: { scale: 'Score scale', sem: 'Standard error of measurement' },
  },
  'usmle-attempts': {
    title: 'USMLE common questions: attempt limit and retakes',
    kind: 'public-fact',
    year: 2021,
    confidence: 'high',
    locators: {},
  },
  'usmle-score-report': {
    title: 'USMLE examination results and scoring: when scores are reported',
    kind: 'public-fact',
    year: 2026,
    confidence: 'high',
    locators: {},
  },
  'nbome-scores': {
    title: 'COMLEX-USA score scale',
    kind: 'public-fact',
    confidence: 'low',
    locators: {},
  },
  'nbme-cbssa': {
    title: 'NBME: how to read a self-assessment for Step 1',
    kind: 'public-fact',
    year: 2026,
    confidence: 'medium',
    locators: { 'low-pass': 'Low-pass range' },
  },
  'ecfmg-window': {
    title: 'ECFMG certification: time limit for passing the examinations',
    kind: 'public-fact',
    year: 2024,
    confidence: 'high',
    locators: {},
  },
  'eras-letters': {
    title: 'ERAS: letters of recommendation a program receives',
    kind: 'public-fact',
    year: 2025,
    confidence: 'high',
    locators: {},
  },
  'eras-fees': {
    title: 'ERAS: application fees by number of programs',
    kind: 'public-fact',
    year: 2026,
    confidence: 'high',
    locators: {},
  },
  'aamc-signals': {
    title: 'AAMC: program signals by specialty, 2024–25 season',
    kind: 'public-fact',
    year: 2025,
    confidence: 'high',
    locators: {},
  },
  'obgyn-signals': {
    title: 'Program signals in obstetrics and gynecology, 2023–24 season',
    kind: 'public-fact',
    year: 2024,
    confidence: 'medium',
    locators: {},
  },
  'nrmp-ranks': {
    title: 'NRMP Charting Outcomes: programs ranked by international graduates who matched and who did not',
    kind: 'public-fact',
    confidence: 'low',
    locators: {},
  },
  'season-2026': {
    title: 'ERAS and NRMP calendar of the 2025–26 season',
    kind: 'public-fact',
    year: 2025,
    confidence: 'high',
    locators: {},
  },
  'season-2027': {
    title: 'ERAS and NRMP calendar of the 2026–27 season, as announced',
    kind: 'public-fact',
    year: 2026,
    confidence: 'medium',
    locators: {},
  },
  'ferpa-access': {
    title: 'FERPA regulations, 34 CFR 99.10(b): a request to inspect records is met within 45 days',
    kind: 'public-fact',
    confidence: 'medium',
    locators: {},
  },
  default: {
    title: 'Chosen as a starting point where the sources leave it open',
    kind: 'default',
    confidence: 'low',
    locators: {},
  },
  school: {
    title: 'Decided by the school',
    kind: 'school',
    confidence: 'high',
    locators: {},
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof sources;

/** A citation with the source it points into. */
export interface Citation {
  readonly ref: string;
  readonly id: SourceId;
  readonly source: Source;
  /** What stands at the locator; undefined when the whole source is meant. */
  readonly passage?: string;
}

/** The source behind `id` or `id#locator`; undefined when the register has no such source or locator. */
export function findCitation(ref: string): Citation | undefined {
  const [id = '', ...rest] = ref.split('#');
  if (!Object.hasOwn(sources, id)) return undefined;
  const source: Source = sources[id as SourceId];
  if (rest.length === 0) return { ref, id: id as SourceId, source };
  const locator = rest.join('#');
  // A school says in its own words where its decision stands.
  if (source.kind === 'school') return locator.trim() === '' ? undefined : { ref, id: id as SourceId, source, passage: locator };
  const passage = Object.hasOwn(source.locators, locator) ? source.locators[locator] : undefined;
  return passage === undefined ? undefined : { ref, id: id as SourceId, source, passage };
}

/** A citation as a chip and its tooltip. */
export interface ShownCitation {
  /** As it was cited, `id#locator`. */
  readonly id: string;
  readonly label: string;
  readonly title: string;
}

/** An article is named by number and section, anything else by its title. */
export function showCitation({ ref, id, source, passage }: Citation): ShownCitation {
  const section = passage?.split(':')[0];
  const label = source.kind === 'article' && section ? `${id} · ${section}` : source.title;
  return { id: ref, label, title: passage ? `${source.title}: ${passage}` : source.title };
}
