import {
  adviceCodes,
  adviceOwners,
  decisionEdges,
  decisionNodes,
  planPhases,
  templateGroups,
  templateIds,
  templateKinds,
  templates,
} from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import * as words from './index.js';

describe('labels of plans and templates', () => {
  it.each([
    ['phases', planPhases.map(words.planPhaseLabel)],
    ['owners', adviceOwners.map(words.adviceOwnerLabel)],
    ['places of the decision tree', decisionNodes.map(words.decisionNodeLabel)],
    ['advice', adviceCodes.map(words.adviceText)],
    ['template groups', templateGroups.map(words.templateGroupLabel)],
    ['template kinds', templateKinds.map(words.templateKindLabel)],
    ['templates', templateIds.map(words.templateTitle)],
  ])('%s have one each, all different', (_, labels) => {
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^[A-Z]/);
  });

  it('name the answers that lead on', () =>
    expect(decisionEdges.flatMap(({ when }) => (when === null ? [] : [words.decisionAnswerLabel(when)]))).toEqual([
      'yes',
      'no',
      'yes',
      'no',
      'research',
      'clinical',
    ]));
});

describe('a template in words', () => {
  it.each(templateIds)('%s has every section and item in order', (id) => {
    const { sections } = words.templateText(id);
    expect(Object.fromEntries(sections.map(({ key, items }) => [key, items.map((item) => item.key)]))).toEqual(templates[id].sections);
    for (const { key, title, items } of sections) {
      expect(title).not.toBe(key);
      for (const item of items) expect(item.text).not.toBe(item.key);
    }
  });
});

describe('when advice is due', () => {
  it.each([
    [{ dueOn: '2026-08-19', withinDays: null }, 'by 19 August 2026'],
    [{ dueOn: null, withinDays: 7 }, 'within 7 days'],
    [{ dueOn: null, withinDays: 1 }, 'within 1 day'],
  ] as const)('%o', (due, text) => expect(words.adviceDueText(due)).toBe(text));

  it.each([
    [{ dueOn: '2026-08-19', overdueSince: null }, 'by 19 August 2026'],
    [{ dueOn: '2026-08-19', overdueSince: '2026-06-01' }, 'now; by the calendar it was due on 1 June 2026'],
  ] as const)('%o', (due, text) => expect(words.draftDueText(due)).toBe(text));
});

it('a draft reads as plain text, phase by phase', () => {
  const task = {
    advice: 'debrief-score',
    phase: 'stabilize',
    owner: 'applicant',
    dueOn: '2026-08-19',
    overdueSince: null,
    answers: [],
  } as const;
  const soap = { ...task, advice: 'prepare-soap-kit', phase: 'contingency' } as const;
  expect(words.draftPlanText('Plan for Ada', [task, soap])).toBe(
    [
      'Plan for Ada',
      '1. Stabilize\n- Debrief the result: preparation, what practice predicted, weak areas. (Applicant, by 19 August 2026)',
      '4. Contingency\n- Prepare the SOAP kit: a statement for each track, general letters. (Applicant, by 19 August 2026)',
    ].join('\n\n'),
  );
});

it('advice without words is its code', () => {
  expect(words.adviceText('unheard-of')).toBe('unheard-of');
  expect(words.adviceText('constructor')).toBe('constructor');
});
