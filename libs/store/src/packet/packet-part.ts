import type { ApplicantAction } from '@matchwatch/domain';

/** One line of what is held, as it stands in its table. */
export type PacketRow = Readonly<Record<string, unknown>>;

/** What a table holds about an applicant, and what a reader must be allowed to do to be given it. */
export interface PacketPart {
  readonly table: string;
  /** Tables whose rows hang on its rows and are told with them. */
  readonly inside?: readonly string[];
  readonly title: string;
  readonly needs: ApplicantAction;
  /** Reads by school ($1) and applicant ($2). */
  readonly text: string;
  /** A row as somebody is given it who may do these actions; undefined when they are not. */
  readonly shown?: (row: PacketRow, may: ReadonlySet<ApplicantAction>) => PacketRow | undefined;
}
