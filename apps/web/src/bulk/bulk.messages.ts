export const bulkMessages = {
  bulk: {
    action: 'Do for all %{count}',
    title: 'Do for %{count} applicant |||| Do for all %{count} applicants',
    text: 'For everybody the list shows, on this page and the others. Each is checked by itself.',
    tooMany: 'At most %{most} at once. Narrow the filter and do it in parts.',
    what: 'What',
    kinds: { task: 'Add a task', meeting: 'Write one meeting note to each', assign: 'Assign an advisor' },
    task: { title: 'Task', owner: 'Who sees to it', due: 'Due' },
    owners: { applicant: 'The applicant', advisor: 'The advisor', dean: 'The dean' },
    meeting: { on: 'Day', note: 'Note' },
    submit: 'Do it for %{count} applicant |||| Do it for %{count} applicants',
    result: {
      title: 'What became of it',
      done: 'Done for %{count} applicant. |||| Done for %{count} applicants.',
      refused: 'Not done for',
      close: 'Close',
    },
  },
};
