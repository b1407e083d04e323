export { defaultDataDir } from './data-folder.js';
export {
  discardDataFolder,
  type Embedded,
  type EmbeddedOptions,
  type FoundHolder,
  findHolder,
  startEmbedded,
} from './embedded-postgres.js';
export { DataFolderInUse, EmbeddedPostgresFailed } from './errors.js';
export type { Holder } from './holder.js';
