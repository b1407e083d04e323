import type { Day, Slot } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import type { Database, School } from '@matchwatch/store';

/** A slot whose time has come, for the school it belongs to. */
export interface DueSlot {
  school: School;
  slot: Slot;
  /** The school's day on which it starts: later than the slot's own when it is late. */
  today: Day;
}

/** What a slot wrote down. */
export interface StartedWork {
  /** Runs it made; none for work of another kind. */
  runIds?: readonly number[];
  /** True when there was nothing to do. */
  nothing?: boolean;
  /** Wakes whoever does it, once the transaction is through. It may be lost: what was written must be found again by a sweep. */
  ring?: (doorbell: Doorbell) => Promise<void>;
}

/** Writes down, in the transaction that takes the slot, what is to be done; long work and mail are for those it rings. What throws is tried again. */
export type ScheduledWork = (db: Database, due: DueSlot) => Promise<StartedWork>;
