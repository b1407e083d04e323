import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// The library does so by itself where it is loaded anew for each file.
afterEach(cleanup);
