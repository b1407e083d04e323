import type { PolicyFault } from '@matchwatch/domain';

/** Where a value is not of the shape that the default's has. */
export function shapeFaults(path: string, value: unknown, example: unknown): PolicyFault[] {
  if (Array.isArray(example)) {
    if (!Array.isArray(value)) return [{ path, reason: 'must be a list' }];
    return value.flatMap((one, index) => shapeFaults(`${path}.${index}`, one, example[0] ?? one));
  }
  if (isObject(example)) {
    if (!isObject(value)) return [{ path, reason: 'must be an object' }];
    return [
      ...Object.keys(value)
        .filter((key) => !Object.hasOwn(example, key))
        .map((key) => ({ path: `${path}.${key}`, reason: 'is not part of this value' })),
      ...Object.keys(example).flatMap((key) =>
        Object.hasOwn(value, key)
          ? shapeFaults(`${path}.${key}`, value[key], example[key])
          : [{ path: `${path}.${key}`, reason: 'is missing' }],
      ),
    ];
  }
  if (example === null || value === null) return [];
  return typeof value === typeof example ? [] : [{ path, reason: `must be a ${typeof example}` }];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
