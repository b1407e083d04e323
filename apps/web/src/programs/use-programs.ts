import type { ProgramDetail, ProgramWrite } from '@matchwatch/contracts';
import { type ProgramFactName, type ProgramFacts, programIdentity } from '@matchwatch/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Reads again what shows programs, after one of them was written. */
export function useProgramsChanged(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const key of ['programs', 'list-audit']) void client.invalidateQueries({ queryKey: [key] });
  }, [client]);
}

/** What a program is called and where it is, without its facts. */
export const identityOf = (program: ProgramDetail): Omit<ProgramWrite, 'facts'> =>
  Object.fromEntries(programIdentity.flatMap((name) => (program[name] === undefined ? [] : [[name, program[name]]]))) as Omit<
    ProgramWrite,
    'facts'
  >;

/** The program as it would be written with one fact told anew, or no longer known. */
export function withFact(program: ProgramDetail, name: ProgramFactName, fact: ProgramFacts[ProgramFactName]): ProgramWrite {
  const { [name]: _before, ...others } = program.facts;
  return { ...identityOf(program), facts: fact === undefined ? others : { ...others, [name]: fact } };
}
