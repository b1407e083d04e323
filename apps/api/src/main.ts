import { runService } from '@matchwatch/config';
import { createApi, createLog } from './create-api.js';

// A browser keeps its connection for the next request; once its last answer is out it holds nothing up.
const closeIdleEveryMs = 100;

await runService('server', async (config) => {
  const log = createLog(config);
  const app = await createApi(config, { logger: log });
  await app.listen(config.port, config.host);
  const address = await app.getUrl();
  log.info({ address, queue: config.redisUrl ? 'redis' : 'postgres' }, 'listening');
  process.send?.({ ready: true, address });
  return {
    log,
    close: () => {
      setInterval(() => app.getHttpServer().closeIdleConnections(), closeIdleEveryMs).unref();
      return app.close();
    },
    cutOff: () => app.getHttpServer().closeAllConnections(),
  };
});
