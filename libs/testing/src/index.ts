export { getChromium } from './chromium.js';
export { findFreePort } from './free-port.js';
export { type LedgerRow, mailFaults } from './mail-oracle.js';
export { type Letter, type MailMood, type MoodyMailServer, startMailServer } from './mail-server.js';
export { type OpenIdProvider, type ProviderAccount, startOpenIdProvider } from './open-id-provider.js';
export { type RestartablePostgres, restartablePostgres } from './restartable-postgres.js';
export { startThrowAwayServer, type ThrowAwayDatabase, type ThrowAwayServer, throwAwayPostgres } from './throw-away-postgres.js';
export { type ThrowAwayRedis, throwAwayRedis } from './throw-away-redis.js';
