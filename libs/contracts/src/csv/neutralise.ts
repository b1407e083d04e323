// Leading apostrophes are looked through, so that a text that already has one gets one more and comes back as it was.
const formula = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u;
const word = /^'*(none|\?)$/i;

const needsMark = (text: string): boolean => formula.test(text) || word.test(text);

/** A text that no spreadsheet runs as a formula and that cannot be mistaken for `none` or `?`: an apostrophe is put before it. */
export const neutralise = (text: string): string => (needsMark(text) ? `'${text}` : text);

/** The text that was neutralised; any other text as it is. */
export const restore = (text: string): string => (text.startsWith("'") && needsMark(text.slice(1)) ? text.slice(1) : text);
