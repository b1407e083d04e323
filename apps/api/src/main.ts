import { ConfigError, readConfig } from '@matchwatch/config';
import { createApi, createLog } from './create-api.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config);
  const app = await createApi(config, { logger: log });

  let stopping = false;
  const stop = (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    const deadline = setTimeout(() => {
      log.warn('requests were cut off');
      app.getHttpServer().closeAllConnections();
      setTimeout(() => process.exit(1), 2_000).unref();
    }, config.shutdownSeconds * 1000);
    deadline.unref();
    // A browser keeps its connection for the next request; once its last answer is out it holds nothing up.
    setInterval(() => app.getHttpServer().closeIdleConnections(), 100).unref();
    app.close().then(
      () => process.exit(0),
      (error: Error) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  // The parent (`matchwatch up`) died without a word.
  process.on('disconnect', () => stop('parent gone'));

  await app.listen(config.port, config.host);
  const address = await app.getUrl();
  log.info({ address, queue: config.redisUrl ? 'redis' : 'postgres' }, 'listening');
  process.send?.({ ready: true, address });
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
  process.stderr.write(`The server could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
