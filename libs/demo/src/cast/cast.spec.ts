import { describe, expect, it } from 'vitest';
import { cast } from './index.js';

describe('the cast', () => {
  it('has unique ids and names', () => {
    expect(new Set(cast.map(({ record }) => record.externalId)).size).toBe(cast.length);
    expect(new Set(cast.map(({ record }) => `${record.name.given} ${record.name.family}`)).size).toBe(cast.length);
  });

  it('writes to nobody outside example.edu', () => {
    const addresses = cast.flatMap(({ record }) => [record.email, record.advisor]).filter((address) => address !== undefined);
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) expect(address).toMatch(/^[a-z0-9.-]+@example\.edu$/);
  });

  it('couples only people who name each other', () => {
    const byId = new Map(cast.map(({ record }) => [record.externalId, record]));
    for (const { record } of cast)
      if (record.couplesWith !== undefined) expect(byId.get(record.couplesWith)?.couplesWith).toBe(record.externalId);
  });
});
