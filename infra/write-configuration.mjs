// Writes the table of configuration into the README from the schema; an architecture test says when that is due.
import { readFileSync, writeFileSync } from 'node:fs';
import { configTable } from '@matchwatch/config';

const readme = new URL('../README.md', import.meta.url);
const table = /(<!-- configuration:.*-->\n)[\s\S]*(<!-- \/configuration -->)/;
writeFileSync(
  readme,
  readFileSync(readme, 'utf8').replace(table, (_, begin, end) => `${begin}${configTable()}\n${end}`),
);
