import { importFiles } from '@matchwatch/contracts';

/** Files that an import knows by their names, and those it does not. A browser's “exams (1).csv” is exams. */
export function sortFiles<F extends { name: string }>(files: readonly F[]): { known: F[]; unknown: F[] } {
  const isKnown = ({ name }: F): boolean => {
    const bare = name.toLowerCase().replace(/\s*\(\d+\)(?=\.csv$)/, '');
    return importFiles.some((file) => bare === `${file}.csv`);
  };
  return { known: files.filter(isKnown), unknown: files.filter((file) => !isKnown(file)) };
}
