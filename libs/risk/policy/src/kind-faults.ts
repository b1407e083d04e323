import { findingLevels, isDay, type NumberKind, type PolicyFault, seasonLineYears, type ValueKind } from '@matchwatch/domain';

/** Most numbers that a list of them can hold. */
const longestList = 20;

/** Every place where a value is not one of its kind. */
export function kindFaults(path: string, value: unknown, kind: ValueKind): PolicyFault[] {
  const fault = (reason: string): PolicyFault[] => [{ path, reason }];
  switch (kind.type) {
    case 'number':
      return numberFaults(path, value, kind);
    case 'level':
      return isOneOf(findingLevels, value) ? [] : fault(`must be one of ${findingLevels.join(', ')}`);
    case 'day':
      return isDay(value) ? [] : fault('must be a calendar day written YYYY-MM-DD');
    case 'month-day':
      return isMonthDay(value) ? [] : fault(monthDayReason);
    case 'season-line':
      return objectFaults(path, value, ['year', 'on'], (name, part) => {
        if (name === 'on') return isMonthDay(part) ? undefined : monthDayReason;
        return isOneOf(seasonLineYears, part) ? undefined : `must be one of ${seasonLineYears.join(', ')}`;
      });
    case 'choice':
      if (value === null && kind.optional) return [];
      return isOneOf(kind.options, value) ? [] : fault(`must be one of the known ${kind.of.replaceAll('-', ' ')}s`);
    case 'choices':
      return listFaults(path, value, kind.options.length, (one) =>
        isOneOf(kind.options, one) ? undefined : `must be one of the known ${kind.unit}`,
      );
    case 'numbers': {
      if (kind.count !== null && Array.isArray(value) && value.length !== kind.count) return fault(`must hold ${kind.count} numbers`);
      return listFaults(path, value, longestList, (one) => numberFaults(path, one, kind.each)[0]?.reason);
    }
    case 'range':
      return rangeFaults(path, value, kind);
    case 'fields':
      if (value === null && kind.optional) return [];
      return objectFaults(path, value, Object.keys(kind.fields), (name, part) => numberReason(part, kind.fields[name] as NumberKind));
    case 'calendar':
      return objectFaults(path, value, kind.marks, (_, part) => (isDay(part) ? undefined : 'must be a calendar day written YYYY-MM-DD'));
  }
}

const monthDayReason = 'must be a month and a day that every year has, written MM-DD';

/** 2001 is no leap year: a day that only some years have would have no place in the others. */
const isMonthDay = (value: unknown): boolean => typeof value === 'string' && value.length === 5 && isDay(`2001-${value}`);

const isOneOf = (options: readonly string[], value: unknown): boolean => typeof value === 'string' && options.includes(value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function numberReason(value: unknown, { min, max, step }: NumberKind): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
  if (value < min || value > max) return `must be from ${min} to ${max}`;
  // Steps like 0.01 have no exact binary form.
  if (Math.abs(Math.round(value / step) * step - value) > step / 1e6)
    return step === 1 ? 'must be a whole number' : `must be in steps of ${step}`;
  return undefined;
}

function numberFaults(path: string, value: unknown, kind: NumberKind): PolicyFault[] {
  const reason = numberReason(value, kind);
  return reason === undefined ? [] : [{ path, reason }];
}

function listFaults(path: string, value: unknown, longest: number, check: (one: unknown) => string | undefined): PolicyFault[] {
  if (!Array.isArray(value)) return [{ path, reason: 'must be a list' }];
  if (value.length > longest) return [{ path, reason: `must hold at most ${longest} items` }];
  return value.flatMap((one: unknown, index) => {
    const reason = check(one) ?? (value.indexOf(one) < index ? 'is in the list twice' : undefined);
    return reason === undefined ? [] : [{ path: `${path}.${index}`, reason }];
  });
}

function objectFaults(
  path: string,
  value: unknown,
  names: readonly string[],
  check: (name: string, part: unknown) => string | undefined,
): PolicyFault[] {
  if (!isObject(value)) return [{ path, reason: `must be an object of ${names.join(', ')}` }];
  const faults: PolicyFault[] = [];
  if (Object.keys(value).some((name) => !names.includes(name))) faults.push({ path, reason: `may hold only ${names.join(', ')}` });
  for (const name of names) {
    const reason = Object.hasOwn(value, name) ? check(name, value[name]) : 'is missing';
    if (reason !== undefined) faults.push({ path: `${path}.${name}`, reason });
  }
  return faults;
}

function rangeFaults(path: string, value: unknown, { ends, each, open }: ValueKind & { readonly type: 'range' }): PolicyFault[] {
  const [low, high] = ends;
  const faults = objectFaults(path, value, ends, (name, part) =>
    open && name === high && part === null ? undefined : numberReason(part, each),
  );
  if (faults.length > 0) return faults;
  const range = value as Readonly<Record<string, number | null>>;
  const upper = range[high] ?? null;
  return upper !== null && upper < (range[low] as number) ? [{ path, reason: `${low} must not be above ${high}` }] : [];
}
