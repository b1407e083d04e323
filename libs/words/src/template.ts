import { type TemplateGroup, type TemplateId, type TemplateKind, templates } from '@matchwatch/domain';
import { applicationTemplateWords } from './templates/application.words.js';
import { examsTemplateWords } from './templates/exams.words.js';
import { interviewTemplateWords } from './templates/interview.words.js';
import { peopleTemplateWords } from './templates/people.words.js';
import { planTemplateWords } from './templates/plan.words.js';
import { referenceTemplateWords } from './templates/reference.words.js';
import type { TemplateWords } from './templates/template-words.js';

/** A template to be read: sections and items with their words, in order. */
export interface TemplateText {
  readonly id: TemplateId;
  readonly kind: TemplateKind;
  readonly group: TemplateGroup;
  readonly title: string;
  readonly purpose: string;
  readonly sections: readonly {
    readonly key: string;
    readonly title: string;
    readonly items: readonly { readonly key: string; readonly text: string }[];
  }[];
}

const words: { readonly [I in TemplateId]: TemplateWords<I> } = {
  ...planTemplateWords,
  ...examsTemplateWords,
  ...applicationTemplateWords,
  ...interviewTemplateWords,
  ...peopleTemplateWords,
  ...referenceTemplateWords,
};

interface AnyWords {
  readonly title: string;
  readonly purpose: string;
  readonly sections: Readonly<Record<string, { readonly title: string; readonly items: Readonly<Record<string, string>> }>>;
}

/** The title of a template. */
export const templateTitle = (id: TemplateId): string => words[id].title;

/** A template in words. */
export function templateText(id: TemplateId): TemplateText {
  // Each id has its own sections; here they are read alike.
  const { title, purpose, sections } = words[id] as AnyWords;
  const { kind, group, sections: items } = templates[id];
  return {
    id,
    kind,
    group,
    title,
    purpose,
    sections: Object.entries(items).map(([key, keys]) => ({
      key,
      title: sections[key]?.title ?? key,
      items: (keys as readonly string[]).map((item) => ({ key: item, text: sections[key]?.items[item] ?? item })),
    })),
  };
}

const groups: Readonly<Record<TemplateGroup, string>> = {
  plan: 'The plan',
  exams: 'Exams',
  application: 'The application',
  interview: 'Interviews',
  people: 'People',
  reference: 'Reading a file',
};
/** A group of templates. */
export const templateGroupLabel = (group: TemplateGroup): string => groups[group];

const kinds: Readonly<Record<TemplateKind, string>> = {
  checklist: 'Checklist',
  questions: 'Questions',
  phase: 'Phase',
  guide: 'Guide',
};
/** What a template is for. */
export const templateKindLabel = (kind: TemplateKind): string => kinds[kind];
