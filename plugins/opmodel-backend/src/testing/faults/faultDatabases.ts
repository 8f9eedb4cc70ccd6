import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a group of replicas keeps its rows. */
export interface FaultDatabase {
  /** Backstage's configuration of the database. */
  config: object;
  /** Host and port of PostgreSQL. */
  server: { host: string; port: number };
  remove(): void;
}

function postgresUrl(): URL {
  const connection =
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  if (!connection) {
    throw new Error(
      "The tests of faults need PostgreSQL. Run them through the repository's Jest set-up, which starts it.",
    );
  }
  return new URL(connection);
}

let created = 0;

/**
 * Fresh databases for replicas.
 *
 * @param through - host and port by which they reach PostgreSQL, where that is not its own
 */
export function createPostgresDatabase(
  through: Partial<{ host: string; port: number }> = {},
): FaultDatabase {
  const url = postgresUrl();
  const server = { host: url.hostname, port: Number(url.port) };
  created += 1;
  return {
    server,
    config: {
      client: 'pg',
      connection: {
        ...server,
        ...through,
        user: url.username,
        password: url.password,
      },
      // A database for each plugin of these replicas.
      prefix: `faults_${process.pid}_${Date.now()}_${created}_`,
      knexConfig: { pool: { min: 0, max: 8 } },
    },
    remove() {},
  };
}

/** A folder with one SQLite file for each plugin. */
export function createSqliteDatabase(): Omit<FaultDatabase, 'server'> {
  const directory = mkdtempSync(join(tmpdir(), 'opmodel-faults-'));
  return {
    config: { client: 'better-sqlite3', connection: { directory } },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
