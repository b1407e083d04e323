import type { ApplicantAction } from '@matchwatch/domain';
import { type Database, sql } from '../database.js';
import type { PacketPart, PacketRow } from './packet-part.js';
import { packetParts } from './packet-parts.js';

/** A part of a packet: its rows, or undefined where the reader is not given them. */
export interface PacketSection extends Pick<PacketPart, 'table' | 'title' | 'needs'> {
  rows: PacketRow[] | undefined;
}

/** All that is held about an applicant, as of one moment, as far as somebody is given it who may do these actions. */
export function readPacket(
  db: Database,
  schoolId: string,
  applicantId: number,
  actions: readonly ApplicantAction[],
): Promise<PacketSection[]> {
  const may: ReadonlySet<ApplicantAction> = new Set(actions);
  const manager = 'manager' in db ? db.manager : db;
  return manager.transaction('REPEATABLE READ', async (snapshot) => {
    const sections: PacketSection[] = [];
    for (const { table, title, needs, text, shown } of packetParts) {
      if (!may.has(needs)) {
        sections.push({ table, title, needs, rows: undefined });
        continue;
      }
      const rows = await sql<PacketRow>(snapshot, schoolId, text, [schoolId, applicantId]);
      sections.push({
        table,
        title,
        needs,
        rows: shown
          ? rows.flatMap((row): PacketRow[] => {
              const given = shown(row, may);
              return given ? [given] : [];
            })
          : rows,
      });
    }
    return sections;
  });
}
