const titles = new Set(['dr', 'prof', 'mr', 'mrs', 'ms', 'mx']);

/** One or two letters for a person's round sign; titles do not count. */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '' && !titles.has(part.toLowerCase().replace(/\.$/, '')));
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].flatMap((part) =>
    part ? [String.fromCodePoint(part.codePointAt(0) ?? 0)] : [],
  );
  return letters.join('').toUpperCase();
}
