import type { CheckedIds } from '@matchwatch/contracts';
import type { GroupMember } from '@matchwatch/store';

/** The pasted lines that hold an id, each with its number. */
export const linesWithIds = (lines: readonly string[]): { line: number; text: string }[] =>
  lines.map((text, at) => ({ line: at + 1, text: text.trim() })).filter(({ text }) => text !== '');

/** Tells line by line whom pasted ids name; `known` are those of the reader's applicants who bear one of them. */
export function checkPastedIds(lines: readonly string[], known: readonly GroupMember[]): CheckedIds {
  const byExternalId = new Map(known.map((member) => [member.externalId, member]));
  const first = new Map<string, number>();
  const checked: CheckedIds = { found: [], refused: [] };
  for (const { line, text } of linesWithIds(lines)) {
    const before = first.get(text);
    const member = byExternalId.get(text);
    if (before !== undefined) checked.refused.push({ line, text, fault: 'duplicate', sameAs: before });
    else if (!member) checked.refused.push({ line, text, fault: 'unknown', sameAs: null });
    else checked.found.push({ ...member, line });
    if (before === undefined) first.set(text, line);
  }
  return checked;
}
