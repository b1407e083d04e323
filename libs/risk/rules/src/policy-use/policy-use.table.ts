/** Written by test/architecture/policy-use.spec.ts: the policy keys that each rule, and each part of an answer, reads through its view. */
export const policyUseTable = `
exam.step2-category specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
exam.step2-failed exam.scale.step exam.pass-mark.step2ck
exam.step1-failed exam.scale.step exam.pass-mark.step1 exam.pass-mark.step2ck
exam.multiple-failures exam.scale.step exam.scale.comlex exam.failures.counted exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
exam.attempts-left exam.scale.step exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
exam.step1-numeric-low exam.step1.pass-fail-from exam.scale.step exam.pass-mark.step1
exam.step2-below-screens exam.scale.step exam.screens exam.pass-mark.step2ck
exam.declining specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.step1.pass-fail-from exam.scale.step exam.scale.comlex exam.pass-mark.step1 exam.pass-mark.step2ck
exam.score-age exam.scale.step exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
exam.comlex-only specialty.tier.* specialty.range.* exam.scale.step exam.scale.comlex exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
exam.step3-for-visa exam.scale.step visa.counts-as-need visa.asked-of exam.pass-mark.step3
practice.step1-not-ready exam.scale.step exam.pass-mark.step1
practice.step2-below-target specialty.tier.* specialty.range.* exam.scale.step practice.scale.step2ck exam.pass-mark.step2ck
practice.no-baseline exam.scale.step exam.pass-mark.step2ck
practice.stale exam.scale.step exam.pass-mark.step2ck
practice.question-bank exam.scale.step exam.pass-mark.step2ck
practice.no-simulation exam.scale.step exam.pass-mark.step2ck
practice.no-backup-date specialty.tier.* specialty.range.* exam.scale.step practice.scale.step2ck exam.pass-mark.step2ck
timeline.step1-late exam.scale.step exam.scale.comlex exam.pass-mark.step1
timeline.step2-unscheduled season.* exam.scale.step exam.scale.comlex exam.pass-mark.step2ck
timeline.step2-late specialty.tier.* specialty.range.* season.* exam.scale.step exam.scale.comlex exam.pass-mark.step1 exam.pass-mark.step2ck
timeline.step2-missing season.* exam.scale.step exam.scale.comlex exam.pass-mark.step2ck
timeline.graduation img.graduation.years
timeline.late-step2 exam.scale.step exam.pass-mark.step2ck
clinical.no-usce usce.kinds
clinical.observership-only usce.kinds usce.hands-on-kinds
clinical.usce-stale usce.kinds usce.hands-on-kinds
clinical.usce-short usce.kinds usce.hands-on-kinds
clinical.usce-setting usce.kinds usce.hands-on-kinds
clinical.no-specialty-rotation specialty.tier.* specialty.range.* season.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
clinical.clerkship specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
letters.too-few season.*
letters.specialty season.*
letters.us season.*
letters.educator season.*
letters.lukewarm specialty.tier.* specialty.range.* season.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
letters.not-asked season.*
letters.overfull season.*
scholarly.none specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
scholarly.no-output
plan.no-specialty
plan.out-of-reach specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
plan.no-backup specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
plan.no-dual-application specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
plan.rigid-geography specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
plan.no-priority specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
list.too-short specialty.tier.* specialty.range.* season.* specialty.primary-care category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.step1.pass-fail-from exam.scale.step exam.scale.comlex exam.failures.counted img.trigger.step2-below img.trigger.step1-below img.trigger.failures img.high.step2-up-to img.high.failures img.very-high.failures img.graduation.years visa.counts-as-need visa.asked-of usce.kinds programs.category.A programs.category.B programs.category.C programs.primary-care programs.competitive programs.img.moderate programs.img.high programs.img.very-high exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
list.top-heavy specialty.tier.* specialty.range.* season.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.step1.pass-fail-from exam.scale.step exam.scale.comlex exam.failures.counted img.trigger.step2-below img.trigger.step1-below img.trigger.failures img.high.step2-up-to img.high.failures img.very-high.failures img.graduation.years visa.counts-as-need visa.asked-of usce.kinds exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
list.no-chance season.* exam.scale.step exam.scale.comlex exam.failures.counted visa.counts-as-need visa.asked-of exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
list.backup-thin season.*
list.no-preliminary specialty.tier.* specialty.range.* season.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
list.signals signals.* season.*
img.tier exam.step1.pass-fail-from exam.scale.step exam.scale.comlex exam.failures.counted img.trigger.step2-below img.trigger.step1-below img.trigger.failures img.high.step2-up-to img.high.failures img.very-high.failures img.graduation.years visa.counts-as-need visa.asked-of usce.kinds exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
visa.h1b-only visa.counts-as-need visa.asked-of
record.professionalism
record.leave
record.unexplained-gap
record.course-failure
statement.missing season.*
statement.not-reviewed specialty.tier.* specialty.range.* season.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.scale.comlex exam.failures.counted exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
interview.no-account specialty.tier.* specialty.range.* season.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.scale.comlex exam.failures.counted exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
interview.no-mock season.*
interview.few season.*
interview.no-thanks season.*
contingency.no-plan specialty.tier.* specialty.range.* season.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.step1.pass-fail-from exam.scale.step exam.scale.comlex exam.failures.counted img.trigger.step2-below img.trigger.step1-below img.trigger.failures img.high.step2-up-to img.high.failures img.very-high.failures img.graduation.years visa.counts-as-need usce.kinds exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
contingency.soap-not-ready season.*
contingency.rank-list season.*
contingency.unmatched season.*
contingency.idle-year season.*
care.no-advisor
care.no-meeting exam.scale.step exam.pass-mark.step2ck
care.no-plan
care.overdue-task
care.plan-drift
care.no-mentor
care.unreviewed
care.wellbeing
data.missing plan.no-specialty.watch-from
data.impossible exam.scale.step exam.scale.comlex exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
data.stale
answer.risk-level plan.no-specialty.watch-from
answer.categories specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.scale.step exam.pass-mark.step2ck
answer.img-tier exam.step1.pass-fail-from exam.scale.step exam.scale.comlex exam.failures.counted img.trigger.step2-below img.trigger.step1-below img.trigger.failures img.high.step2-up-to img.high.failures img.very-high.failures img.graduation.years visa.counts-as-need visa.asked-of usce.kinds exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
answer.program-target specialty.tier.* specialty.range.* specialty.primary-care category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.step1.pass-fail-from exam.scale.step exam.scale.comlex exam.failures.counted img.trigger.step2-below img.trigger.step1-below img.trigger.failures img.high.step2-up-to img.high.failures img.very-high.failures img.graduation.years visa.counts-as-need visa.asked-of usce.kinds programs.category.A programs.category.B programs.category.C programs.primary-care programs.competitive programs.img.moderate programs.img.high programs.img.very-high exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
answer.strengths specialty.tier.* specialty.range.* category.A.gap-up-to category.B.gap-up-to category.near-pass-margin exam.step1.pass-fail-from exam.scale.step exam.scale.comlex exam.screens exam.numeric-step1.academic exam.numeric-step1.mid-range exam.numeric-step1.clearly-low usce.kinds usce.hands-on-kinds usce.recent.months exam.declining.comlex-results exam.declining.shelf-results exam.pass-mark.step1 exam.pass-mark.step2ck exam.pass-mark.step3
`;
