import { changeableFacts, type RecordChange } from '@matchwatch/domain';

/** Names the one fact that a change is about: a second change of it takes the first one's place. */
export function slotOf(change: RecordChange): string {
  switch (change.fact) {
    case 'exam.result':
    case 'exam.booking':
      return `${change.fact}:${change.to.exam}`;
    case 'list.programs':
      return `${change.fact}:${change.to.specialty}:${change.to.track}`;
    default:
      return change.fact;
  }
}

/** The changes with one set, in the order of the facts; with none for the slot when it goes back to how things are. */
export function withChange(changes: readonly RecordChange[], slot: string, change: RecordChange | undefined): readonly RecordChange[] {
  const others = changes.filter((each) => slotOf(each) !== slot);
  if (change === undefined) return others;
  return [...others, change].sort((a, b) => changeableFacts.indexOf(a.fact) - changeableFacts.indexOf(b.fact));
}

/** Whether two lists hold the same changes. */
export const areSame = (a: readonly RecordChange[], b: readonly RecordChange[]): boolean =>
  a.length === b.length && a.every((change) => b.some((other) => JSON.stringify(other) === JSON.stringify(change)));
