const { rm } = require('node:fs/promises');

module.exports = async function stopPostgres() {
  const running = globalThis.opmodelTestPostgres;
  if (!running) {
    return;
  }
  await running.postgres.stop();
  await rm(running.databaseDir, { recursive: true, force: true });
};
