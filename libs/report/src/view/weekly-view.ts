import { isQuiet, type WeeklyReport } from '@matchwatch/domain';
import { counted, dayText, dayWithYear, numberText, seasonMarkLabel, sentenceCase } from '@matchwatch/words';
import { aheadPart } from './ahead-part.js';
import { changedPart } from './changed-part.js';
import { nowPart } from './now-part.js';
import type { ReportView } from './report-view.js';
import { waitingPart } from './waiting-part.js';
import { caseloadPart, cohortPart, flagsPart, trustPart, unknownPart, wellbeingPart } from './whole-parts.js';

/** The weekly report in words and numbers: changes first, the whole picture after. */
export function weeklyView(report: WeeklyReport): ReportView {
  return {
    title: titleOf(report),
    subtitle: `Week of ${dayWithYear(report.period)} · ${report.season} Match · ${scopeText(report)}`,
    lead: leadOf(report),
    parts: [
      nowPart(report),
      changedPart(report),
      waitingPart(report),
      aheadPart(report),
      unknownPart(report),
      ...wellbeingPart(report),
      flagsPart(report),
      cohortPart(report),
      caseloadPart(report),
      trustPart(report),
    ],
    footer: `${report.school} · as of ${dayWithYear(report.asOf)} · a flag is a reason to look, not a decision`,
  };
}

/** Whose report it is: “whole school”, “in First years”, “the applicants of Helen Marsh”. */
export function scopeText({ scope: { view, person } }: Pick<WeeklyReport, 'scope'>): string {
  const whose = person ? `the applicants of ${person.name}` : 'whole school';
  return view ? `${view.name}, ${whose}` : whose;
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** What the week was, in one sentence. */
export function titleOf({ since, changes, levels, ...rest }: WeeklyReport): string {
  const need = levels.closing['high-risk'] + levels.closing['at-risk'];
  if (since === null) return `${sentenceCase(counted(need, 'person', 'people'))} ${plural(need, 'needs', 'need')} someone`;
  if (isQuiet({ ...rest, since, changes, levels })) return `Nothing changed since ${dayText(since)}`;
  const worse = changes.worse.applicants;
  if (worse === 0) return `Nobody got worse since ${dayText(since)}`;
  return `${sentenceCase(counted(worse, 'person', 'people'))} got worse since ${dayText(since)}`;
}

function leadOf(report: WeeklyReport): string[] {
  const { since, changes, levels, total, gaps, tasks, reviews, exams, milestones } = report;
  const need = levels.closing['high-risk'] + levels.closing['at-risk'];
  const needed = `${numberText(need)} of ${counted(total, 'applicant')} ${plural(need, 'needs', 'need')} someone: ${numberText(levels.closing['high-risk'])} at high risk and ${numberText(levels.closing['at-risk'])} at risk.`;
  const moved =
    since === null
      ? 'It is the first report of this kind: there is nothing to compare with.'
      : isQuiet(report)
        ? 'Nobody’s level moved and no reason came or went.'
        : `${numberText(changes.worse.applicants)} worse, ${numberText(changes.new.applicants)} new, ${numberText(changes.better.applicants)} better; for ${counted(changes.cleared.applicants, 'applicant')} a cause was cleared.`;
  const waits = `Waiting for us: ${counted(reviews.applicants, 'review')}, ${numberText(gaps['no-meeting'].applicants)} not met in time, ${numberText(gaps['no-plan'].applicants)} without a plan, ${numberText(gaps['no-advisor'].applicants)} without an advisor, ${counted(tasks.overdue.tasks, 'task')} overdue.`;
  const first = milestones[0];
  const ahead = `In the next two weeks: ${counted(exams.within14, 'exam')}, ${counted(tasks.within14.tasks, 'task')} due${first ? `; next in the season: ${seasonMarkLabel(first.mark).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())} on ${dayText(first.on)}` : ''}.`;
  return [needed, moved, waits, ahead];
}
