import { useDataProvider } from 'react-admin';
import type { MatchwatchDataProvider } from './data-provider.js';

/** The data provider with Matchwatch's own calls. */
export const useApi = (): MatchwatchDataProvider => useDataProvider<MatchwatchDataProvider>();
