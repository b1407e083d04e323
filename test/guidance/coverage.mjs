// What the guidance asks for, read from items.txt, checked against what the product has, and written as a table.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerSchema, recordSchema } from '@matchwatch/contracts';
import { programFacts, templates } from '@matchwatch/domain';
import { adviceRegister, defaultPolicy, rules } from '@matchwatch/risk-rules';
import { adviceText, hasStrengthWords, ruleLabel, sentenceCase, templateText } from '@matchwatch/words';

const root = fileURLToPath(new URL('../..', import.meta.url));
const states = { '=': 'covered', '~': 'planned', x: 'refused' };
const marks = new Set(['T', 'C', 'F', 'R', 'I', 'X', 'E', 'G']);

/** The items in their order, each under its heading; throws for a line that cannot be read. */
export function readItems(text = readFileSync(new URL('./items.txt', import.meta.url), 'utf8')) {
  let section = '';
  return text.split('\n').flatMap((line, at) => {
    if (line.startsWith('## ')) section = line.slice(3);
    if (line === '' || line.startsWith('#')) return [];
    const [id, mark, about, state, ...more] = line.split('|').map((cell) => cell.trim());
    const bad = (why) => new Error(`items.txt, line ${at + 1}: ${why}`);
    if (!state || more.length > 0) throw bad('an item has an id, a mark, a text and a state');
    if (!mark.split(', ').every((each) => marks.has(each))) throw bad(`there is no mark ${mark}`);
    const kind = states[state[0]];
    if (kind === undefined || state[1] !== ' ') throw bad('the state begins with "= ", "~ " or "x "');
    const [said, note] = state.slice(2).split(' -- ');
    if (kind !== 'covered') return [{ section, id, mark, about, state: kind, references: [], note: state.slice(2) }];
    return [{ section, id, mark, about, state: kind, references: said.split(' ').filter(Boolean), ...(note && { note }) }];
  });
}

const webFiles = () => readdirSync(`${root}apps/web/src`, { recursive: true, encoding: 'utf8' });

/** Whether a schema holds a path such as `exams.takenOn`; lists and optional parts are looked through. */
function holds(schema, [name, ...rest]) {
  if (name === undefined) return true;
  let inner = schema;
  while (inner && !inner.shape) inner = inner.def?.innerType ?? inner.def?.element ?? inner.def?.in;
  const next = inner?.shape[name];
  return next !== undefined && holds(next, rest);
}

/** By kind of reference: whether there is what is named. */
const exists = {
  field: (name) => holds(recordSchema, name.split('.')),
  answer: (name) => holds(answerSchema, name.split('.')),
  rule: (code) => rules.some((rule) => rule.code === code),
  advice: (code) => adviceRegister.some((advice) => advice.code === code),
  strength: hasStrengthWords,
  template(name) {
    const [id, section] = name.split('.');
    return Object.hasOwn(templates, id) && (section === undefined || Object.hasOwn(templates[id].sections, section));
  },
  policy: (key) => Object.hasOwn(defaultPolicy.values, key),
  program: (name) => Object.hasOwn(programFacts, name),
  screen(name) {
    const app = readFileSync(`${root}apps/web/src/app.tsx`, 'utf8');
    return name === 'home' ? app.includes('dashboard=') : app.includes(`name="${name}"`) || app.includes(`path="/${name}"`);
  },
  card: (name) => webFiles().some((file) => path.basename(file) === `${name}.tsx`),
  spec: (file) => /\.spec\.tsx?$/.test(file) && existsSync(root + file),
};

/** What it takes to have tracked, computed or flagged something: advice or a template alone does not. */
const enough = {
  T: ['field', 'program', 'answer', 'rule', 'strength', 'card'],
  C: ['answer', 'rule', 'strength', 'card', 'policy'],
  F: ['rule', 'strength', 'card'],
};

/** Marks of a covered item that nothing named lives up to. */
const shortOf = ({ mark, references }) =>
  mark
    .split(', ')
    .filter((each) => enough[each]?.every((kind) => !references.some((reference) => reference.startsWith(`${kind}:`))) ?? false);

/** Every reference that names nothing, and every covered item without one. */
export function findFaults(items = readItems()) {
  return items.flatMap((item) => {
    const { id, state, references, note } = item;
    const faults = references.filter((reference) => {
      const at = reference.indexOf(':');
      return !exists[reference.slice(0, at)]?.(reference.slice(at + 1));
    });
    return [
      ...faults.map((reference) => `${id}: there is no ${reference}`),
      ...(state === 'covered' && references.length > 0 ? shortOf(item).map((mark) => `${id}: nothing named does what ${mark} asks`) : []),
      ...(state === 'covered' && references.length === 0 ? [`${id}: covered by nothing`] : []),
      ...(state !== 'covered' && (note ?? '').length < 20 ? [`${id}: ${state} without a reason`] : []),
    ];
  });
}

/** A reference in words, for the table. */
function shown(reference) {
  const at = reference.indexOf(':');
  const [kind, name] = [reference.slice(0, at), reference.slice(at + 1)];
  switch (kind) {
    case 'rule':
      return `rule \`${name}\` (${ruleLabel(name)})`;
    case 'advice':
      return `advice \`${name}\` (${adviceText(name).replace(/[.?]$/, '')})`;
    case 'template': {
      const { title, sections } = templateText(name.split('.')[0]);
      const section = sections.find(({ key }) => key === name.split('.')[1]);
      return `template “${title}${section ? `: ${section.title}` : ''}”`;
    }
    case 'program':
      return `fact \`${name}\` of the table of programs`;
    case 'policy':
      return `policy \`${name}\``;
    case 'spec':
      return `[spec](../${name})`;
    default:
      return `${kind} \`${name}\``;
  }
}

const cell = (text) => text.replaceAll('|', '\\|');

/** The document docs/coverage.md. */
export function coverageDocument(items = readItems()) {
  const of = (state) => items.filter((item) => item.state === state).length;
  const sections = [...new Set(items.map(({ section }) => section))];
  const rows = (section) =>
    items
      .filter((item) => item.section === section)
      .map(({ id, mark, about, state, references, note }) => {
        const how = [references.map(shown).join('; '), note && sentenceCase(note)].filter(Boolean).join('. ');
        return `| ${id} | ${mark} | ${cell(about)} | ${state} | ${cell(how)} |`;
      });
  return [
    '# What the guidance asks for, and where it is',
    '',
    'Written by `infra/write-coverage.mjs` from `test/guidance/items.txt`; a test fails when an item is missing, a reference names nothing, or this page is stale.',
    '',
    `**${items.length} items: ${of('covered')} covered, ${of('planned')} planned, ${of('refused')} refused.**`,
    '',
    'Marks: T track, C compute, F flag, R recommend, I know or show, X conflict or open question, E fact from outside, G example that a test shows.',
    '',
    ...sections.flatMap((section) => [
      `## ${section}`,
      '',
      '| item | mark | asks for | state | by |',
      '|---|---|---|---|---|',
      ...rows(section),
      '',
    ]),
  ].join('\n');
}
