// A program that holds a data folder until SIGTERM and tells on stdout how it went.
import { startEmbedded } from './index.js';

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const { address, ...options } = JSON.parse(process.argv[2]);
process.on('SIGINT', () => say({ log: 'interrupted' }));
try {
  const embedded = await startEmbedded({ program: 'matchwatch up', ...options, log: (line) => say({ log: line }) });
  if (address) embedded.holder.update({ address });
  say({ started: { url: embedded.url, port: embedded.port, dataDir: embedded.dataDir } });
  const alive = setInterval(() => {}, 1_000);
  process.once('SIGTERM', async () => {
    await embedded.stop();
    clearInterval(alive);
  });
} catch (error) {
  say({ started: { error: error.name, message: error.message } });
}
