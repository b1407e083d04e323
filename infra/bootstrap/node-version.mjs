// Imported first by whatever a person starts, before anything that needs a recent Node.
const [major, minor] = process.versions.node.split('.').map(Number);
const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;

if (!isSupported) {
  console.error(`Matchwatch needs Node 20.19 or newer (22.12 or newer, 24 or newer); this is Node ${process.versions.node}.`);
  console.error('Get a current one at https://nodejs.org and start again.');
  process.exit(1);
}
