export { getChromium } from './chromium.js';
export { startThrowAwayServer, type ThrowAwayDatabase, type ThrowAwayServer, throwAwayPostgres } from './throw-away-postgres.js';
export { type ThrowAwayRedis, throwAwayRedis } from './throw-away-redis.js';
