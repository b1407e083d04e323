// Rules of this house, in the form that ESLint plugins have and oxlint loads.

const clockOrChance = 'Pure code reads no clock and no chance: take the day or the number as an argument.';

/** Bans what reads the clock or rolls dice, whether called or only named. */
const noClockOrChance = {
  create: (context) => ({
    NewExpression(node) {
      if (isGlobal(node.callee, 'Date') && node.arguments.length === 0) context.report({ node, message: clockOrChance });
    },
    CallExpression(node) {
      if (isGlobal(node.callee, 'Date')) context.report({ node, message: clockOrChance });
    },
    MemberExpression(node) {
      const property = node.computed ? node.property.value : node.property.name;
      const reads =
        (isGlobal(node.object, 'Date') && property === 'now') ||
        (isGlobal(node.object, 'Math') && property === 'random') ||
        isGlobal(node.object, 'performance') ||
        isGlobal(node.object, 'crypto') ||
        (isGlobal(node.object, 'Temporal') && property === 'Now');
      if (reads) context.report({ node, message: clockOrChance });
    },
    VariableDeclarator({ id, init }) {
      if (id.type !== 'ObjectPattern' || !init || !['Date', 'Math', 'performance'].some((name) => isGlobal(init, name))) return;
      for (const { key } of id.properties) if (['now', 'random'].includes(key?.name)) context.report({ node: id, message: clockOrChance });
    },
  }),
};

/** Matches `Date` as well as `globalThis.Date`. */
function isGlobal(node, name) {
  if (node.type === 'Identifier') return node.name === name;
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'globalThis' &&
    node.property.name === name
  );
}

/** A union of string literals needs no run-time object and crosses JSON as it is. */
const noEnum = {
  create: (context) => ({
    TSEnumDeclaration: (node) => context.report({ node, message: 'Write a union of string literals instead of an enum.' }),
  }),
};

const noInterfacePrefix = {
  create: (context) => ({
    TSInterfaceDeclaration(node) {
      if (/^I[A-Z]/.test(node.id.name))
        context.report({ node: node.id, message: 'Name an interface for what it is, without an I in front.' });
    },
  }),
};

/** Whoever switches a check off says why, after two dashes. */
const reasonedDisable = {
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const switchesOff = /^\s*(?:oxlint|eslint)-disable|^\s*biome-ignore|^\s*@ts-(?:expect-error|ignore|nocheck)/.test(comment.value);
        if (switchesOff && !/--\s*\S{3}|: \S{3}/.test(comment.value)) {
          context.report({ loc: comment.loc, message: 'Say why the check is switched off: "-- the reason".' });
        }
      }
    },
  }),
};

export default {
  meta: { name: 'matchwatch' },
  rules: {
    'no-clock-or-chance': noClockOrChance,
    'no-enum': noEnum,
    'no-interface-prefix': noInterfacePrefix,
    'reasoned-disable': reasonedDisable,
  },
};
