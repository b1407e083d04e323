import { currentSeason, demoAccounts, demoColleagues, demoRelations } from '@matchwatch/demo';
import { addDays, type Day } from '@matchwatch/domain';
import { type DataSource, giveRelation, type Person, saveCaseloadTarget, savePerson } from '@matchwatch/store';

/** Gives the fictional school its people and how they stand to the applicants; answers with them. */
export async function bringPeople(database: DataSource, schoolId: string, today: Day): Promise<Person[]> {
  const people: Person[] = [];
  for (const { email, name, role, password } of demoAccounts) {
    people.push(await savePerson(database, schoolId, { email, name, role, password }));
  }
  for (const { email, name, role } of demoColleagues) people.push(await savePerson(database, schoolId, { email, name, role }));
  // What the school has agreed that one advisor can do.
  for (const { id, role, email } of people)
    if (role === 'advisor') await saveCaseloadTarget(database, schoolId, id, email.startsWith('helen') ? 30 : 20);
  const idOf = (email: string) => people.find((person) => person.email === email)?.id;
  const dean = idOf(demoAccounts[0]?.email ?? '');
  for (const { email, relation, target, days, reason } of demoRelations) {
    const personId = idOf(email);
    if (personId === undefined || dean === undefined) throw new Error(`The demonstration has no ${email}`);
    const about = target.kind === 'caseload' ? target : ({ kind: 'season', season: currentSeason(today) } as const);
    const untilOn = days === undefined ? undefined : addDays(today, days);
    await giveRelation(database, schoolId, { personId, relation, target: about, fromOn: today, untilOn, reason }, dean, new Date());
  }
  return people;
}
