import type { Response } from 'express';

interface Page<Row> {
  rows: Row[];
  total: number;
}

/** Says in `Content-Range` which rows of how many are sent, and answers with the rows. */
export function sendPage<Row>(response: Response, resource: string, [from]: readonly [number, number], { rows, total }: Page<Row>): Row[] {
  const window = rows.length === 0 ? '*' : `${from}-${from + rows.length - 1}`;
  response.setHeader('Content-Range', `${resource} ${window}/${total}`);
  return rows;
}

/** How the header is documented. */
export const contentRangeDoc = { 'Content-Range': 'Which rows of how many: `resource from-to/total`.' };
