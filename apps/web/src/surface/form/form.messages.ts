/** What every form says. */
export const formMessages = {
  validation: {
    required: 'Needed here',
    day: 'Needs a day',
    email: 'Not an email address',
    number: 'Needs a number',
    atMost: 'At most %{bound}',
    atLeast: 'At least %{bound}',
    longest: 'At most %{bound} characters',
    shortest: 'At least %{bound} characters',
  },
  leave: {
    title: 'Close without saving?',
    text: 'What you entered is not kept.',
    confirm: 'Close without saving',
  },
} as const;
