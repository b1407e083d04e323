export const signInMessages = {
  signIn: {
    tab: 'Sign in',
    title: 'Sign in',
    sub: 'See early who needs someone, and why.',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    busy: 'Signing in…',
    emailInvalid: 'Enter your email address in full.',
    passwordMissing: 'Enter your password.',
    refused: 'Email and password do not belong together. Check both and try again.',
    tooMany: 'Too many attempts. Wait a minute and try again.',
    server: 'The server could not sign you in. Try again in a moment.',
    offline: 'Matchwatch does not answer. Check the connection and try again.',
    demo: 'This is a demonstration with invented people. Look around as',
    demoAs: '%{role}',
  },
};
