import type { TemplateId } from '@matchwatch/domain';
import { findCitation, type ShownCitation, showCitation } from './sources.js';

/** Where each template comes from: citations into the register of sources. */
export const templateSources: Readonly<Record<TemplateId, readonly [string, ...string[]]>> = {
  'intake-sheet': ['003#step-0'],
  'score-debrief': ['003#phase-1'],
  'advisor-meeting': ['003#phase-1'],
  'phase-1': ['003#phase-1'],
  'phase-2': ['003#phase-2'],
  'phase-3': ['003#phase-3'],
  'phase-4': ['003#phase-4'],
  'contingency-options': ['003#phase-4', '000#contingency'],
  'soap-kit': ['003#phase-4', '000#between-cycles', '002#between-cycles'],
  'between-cycles': ['000#between-cycles', '002#between-cycles', '003#phase-4', '004#delay'],
  'delay-application': ['004#delay', '000#between-cycles'],
  'before-step1': ['001#checklist', '001#step1-timing'],
  'after-step1-pass': ['001#checklist', '001#clerkship-years'],
  'after-step1-fail': ['001#checklist', '001#step1-failure'],
  'before-step2': ['001#checklist', '001#dedicated'],
  'study-phases': ['001#clerkship-years', '001#dedicated', '004#step2-offset'],
  'error-log': ['001#dedicated'],
  'test-taking-diagnostic': ['003#phase-4', '001#dedicated'],
  'delay-exam': ['001#delay', '001#step2-timing', '004#step2-offset'],
  'retake-decision': ['002#retake', '000#interview', 'usmle-attempts'],
  'step3-decision': ['004#step3'],
  'application-season': ['001#checklist'],
  'letter-packet': ['003#phase-2', '000#letters', '002#letters', '004#letters'],
  'personal-statement': ['000#statement', '002#statement', '003#phase-2', '004#statement', '001#narrative'],
  'program-list': ['003#phase-3', '000#application-volume', '002#targeting', '004#program-choice'],
  'program-messages': ['003#phase-3', '004#interview'],
  'away-rotation': ['003#phase-3', '000#clinical'],
  usce: ['002#usce', '004#usce'],
  'research-offer': ['003#phase-2', '000#scholarly', '002#research', '004#research'],
  'interview-questions': ['000#interview', '004#interview'],
  'score-account': ['003#phase-3', '001#narrative', '002#interview', '004#interview'],
  'mock-interview': ['000#interview', '003#phase-3'],
  'mentor-talk': ['002#mentors', '002#networking', '000#networking'],
  wellbeing: ['000#wellbeing', '002#wellbeing'],
  'applicant-types': ['001#applicant-types', '004#statement'],
  lifecycle: ['001#step1-timing', '001#clerkship-years', '001#step2-timing', '001#targets', '001#checklist'],
  offsets: ['001#step2-role', '001#low-step2', '001#step1-failure', '003#phase-2', '004#step2-offset', '004#failures', '002#usce'],
};

/** Where a template comes from, to be shown. */
export const citeTemplate = (id: TemplateId): readonly ShownCitation[] =>
  templateSources[id].flatMap((ref) => {
    const citation = findCitation(ref);
    return citation === undefined ? [] : [showCitation(citation)];
  });
