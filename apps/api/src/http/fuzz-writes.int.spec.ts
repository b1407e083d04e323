import { fuzz } from '../../spec/fuzz/suite.js';

await fuzz(({ verb }) => verb !== 'get');
