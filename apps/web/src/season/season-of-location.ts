const plausible = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 2000 && value <= 2100 ? value : undefined;

/** The season a link names: as `?season=2027`, or inside a list's `?filter={…}`. */
export function seasonOfLocation(search: string): number | undefined {
  const query = new URLSearchParams(search);
  const plain = query.get('season');
  if (plain !== null) return plausible(Number(plain));
  const filter = query.get('filter');
  if (filter === null) return undefined;
  try {
    const parsed: unknown = JSON.parse(filter);
    return typeof parsed === 'object' && parsed !== null && 'season' in parsed ? plausible(parsed.season) : undefined;
  } catch {
    return undefined;
  }
}
