const { fork } = require('node:child_process');
const { join } = require('node:path');

const CONNECTION_STRING =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

function startServer() {
  return new Promise((resolve, reject) => {
    const server = fork(join(__dirname, 'postgresServer.mjs'), {
      execArgv: [],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const fail = problem =>
      reject(
        new Error(
          `PostgreSQL 18 did not start, and the store tests need it: ${problem}`,
        ),
      );
    server.once('error', error => fail(error.message));
    server.once('exit', code => fail(`its process ended with code ${code}`));
    server.once('message', ({ connectionString, problem }) =>
      connectionString ? resolve({ server, connectionString }) : fail(problem),
    );
  });
}

/**
 * Starts a real PostgreSQL 18 for the run, so that every store test meets both
 * databases. Without it Backstage's TestDatabases would quietly test SQLite
 * alone; therefore a PostgreSQL that does not start fails the run.
 */
module.exports = async function startPostgres() {
  process.env.BACKSTAGE_TEST_DISABLE_DOCKER = '1';
  if (process.env[CONNECTION_STRING]) {
    return;
  }
  const { server, connectionString } = await startServer();
  globalThis.opmodelPostgresServer = server;
  process.env[CONNECTION_STRING] = connectionString;
};
