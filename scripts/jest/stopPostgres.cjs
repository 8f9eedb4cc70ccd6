const { once } = require('node:events');

module.exports = async function stopPostgres() {
  const server = globalThis.opmodelPostgresServer;
  if (!server || server.exitCode !== null) {
    return;
  }
  const ended = once(server, 'exit');
  server.send('stop');
  await ended;
};
