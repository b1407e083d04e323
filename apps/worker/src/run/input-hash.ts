import { type ChunkMember, digestOf } from '@matchwatch/store';

/** Of all that an answer of the chunk can rest on besides day, policy and rules: who, which version of the record, what the school has done. */
export const inputHash = (members: readonly Pick<ChunkMember, 'id' | 'version' | 'storedCasework'>[]): string =>
  digestOf(members.map(({ id, version, storedCasework }) => `${id} ${version} ${storedCasework ?? ''}`).join('\n'));
