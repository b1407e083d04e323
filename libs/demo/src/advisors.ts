/** A person of the fictional school who accompanies applicants. */
export interface DemoAdvisor {
  readonly email: string;
  readonly given: string;
  readonly family: string;
}

/** The advisors of the fictional school; the one for international graduates is the third. */
export const advisors: readonly DemoAdvisor[] = [
  { email: 'helen.marsh@example.edu', given: 'Helen', family: 'Marsh' },
  { email: 'samuel.abiodun@example.edu', given: 'Samuel', family: 'Abiodun' },
  { email: 'priya.raman@example.edu', given: 'Priya', family: 'Raman' },
  { email: 'ingrid.solberg@example.edu', given: 'Ingrid', family: 'Solberg' },
  { email: 'david.okafor@example.edu', given: 'David', family: 'Okafor' },
  { email: 'lucille.tremblay@example.edu', given: 'Lucille', family: 'Tremblay' },
  { email: 'kenneth.yoo@example.edu', given: 'Kenneth', family: 'Yoo' },
  { email: 'rosalind.achebe@example.edu', given: 'Rosalind', family: 'Achebe' },
  { email: 'miguel.santos@example.edu', given: 'Miguel', family: 'Santos' },
  { email: 'anneke.devries@example.edu', given: 'Anneke', family: 'de Vries' },
];
