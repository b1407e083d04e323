// The page may not make code from text. zod tries to when its first schema is made, before any module of ours runs, and a try is reported as
// a violation even where it is caught; this is where it looks whether it may.
globalThis.__zod_globalConfig = { jitless: true };
