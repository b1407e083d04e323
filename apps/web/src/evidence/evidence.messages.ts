export const evidenceMessages = {
  evidence: {
    title: 'Evidence on advising',
    sub: 'What accreditation asks to be shown of academic and career advising (LCME 11.1 and 11.2): who was seen, how often, by whom and when. Counts only; what fewer than %{smallest} people stand behind, and what would give such a count away, is held back.',
    from: 'From',
    to: 'To',
    export: 'Export as CSV',
    exportTitle: 'Export the evidence',
    exportText: 'The file holds the counts of this page. Say what it is for; that is kept in the audit.',
    summary: '%{met} of %{applicants} applicants were met, in %{meetings} meetings.',
    summaryFew: 'Of %{applicants} applicants, fewer than %{smallest} were met.',
    none: 'Nobody of this season is here yet.',
    total: 'In all',
    held: 'withheld',
    heldTitle: 'Fewer than %{smallest}, or it would give such a count away',
    nothing: 'Nothing in these days.',
    apart: {
      title: 'Advising kept apart from grading',
      none: 'No meeting in these days was with somebody who graded or promoted that applicant.',
      some: '%{smart_count} meeting was with somebody who graded or promoted that applicant on that day. |||| %{smart_count} meetings were with somebody who graded or promoted that applicant on that day.',
      wall: '%{smart_count} relation says that a colleague grades or promotes an applicant. It closes meetings, plans, notes and risk of that applicant to that colleague, whatever their role; the audit shows it. |||| %{smart_count} relations say that a colleague grades or promotes an applicant. Each closes meetings, plans, notes and risk of that applicant to that colleague, whatever their role; the audit shows it.',
      wallNone:
        'Nobody is noted to grade or promote an applicant of this season. Give such relations under People, so that advising is closed to them.',
    },
  },
};
