import { builtinEnvironments, type Environment } from 'vitest/environments';

/**
 * The window of jsdom, opened once by each worker: libraries that draw keep hold of the document they were loaded with, and loading them takes far
 * longer than most tests. Between two files the page is emptied.
 */
const oneWindow: Environment = {
  name: 'one-window',
  viteEnvironment: 'client',
  async setup(global, options) {
    const worker = global as { __window?: Promise<unknown> };
    worker.__window ??= Promise.resolve(builtinEnvironments.jsdom.setup(global, options));
    await worker.__window;
    return {
      teardown() {
        global.document.body.replaceChildren();
        global.localStorage.clear();
        global.sessionStorage.clear();
      },
    };
  },
};
export default oneWindow;
