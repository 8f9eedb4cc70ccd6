/*
 * How fast events are taken in, beside a plain multi-row insert of the very rows that they became, into the same database.
 *
 *   node bench/intake.mjs [events] [--profile]
 *
 * Half of the events are deployments, half the changes that these carry. They go through the engine's intake in batches of
 * 1,000, one after the other, and one by one; through HTTP as well. Then everything that the intake left behind (ledger,
 * records, requests for numbers) is read and inserted into an empty database of the same kind, with the same transactions: once
 * with `values`, once with the rows as one JSON parameter. The ratio is to the faster of the two.
 */
import fs from 'node:fs';
import inspector from 'node:inspector/promises';
import os from 'node:os';
import path from 'node:path';
import {
  common,
  createKnex,
  DatabaseIntakeStore,
  DatabaseSnapshotStore,
  IntakeService,
  insertRows,
  migrations,
  SnapshotScanner,
} from './lib/engine.mjs';
import {
  componentName,
  countEntities,
  entitiesOf,
  seededRandom,
} from './lib/organisation.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { startBackend, waitForSnapshot } from './lib/startBackend.mjs';

const profiled = process.argv.includes('--profile');
const total = Number(
  process.argv.slice(2).find(argument => /^\d+$/.test(argument)) ?? 20_000,
);
const singles = 200;
const components = 100;
const batchSize = 1_000;
const start = Date.UTC(2026, 0, 1);

/** Pairs of a change and the deployment that carries it. */
function* eventsOf(name, count) {
  const random = seededRandom(7);
  for (let index = 0; index < count / 2; index++) {
    const service = componentName(Math.floor(random() * components));
    const target = {
      links: [{ system: 'github', externalId: `example/${service}` }],
    };
    const merged = start + index * 60_000;
    const at = milliseconds => new Date(milliseconds).toISOString();
    const sha = `${name}-${index}`.padEnd(40, '0');
    yield {
      source: 'bench',
      id: `${name}-change-${index}`,
      time: at(merged),
      observation: {
        kind: 'change',
        subject: `${name}-${index}`,
        target,
        commitSha: sha,
        firstCommitAt: at(merged - 86_400_000 * random()),
        openedAt: at(merged - 3_600_000),
        firstReviewAt: at(merged - 1_800_000),
        mergedAt: at(merged),
        title: `Change ${index} of ${service}`,
        url: `https://git.example.com/example/${service}/pulls/${index}`,
      },
    };
    yield {
      source: 'bench',
      id: `${name}-deployment-${index}`,
      time: at(merged + 600_000),
      observation: {
        kind: 'deployment',
        subject: `${name}-${index}`,
        target,
        environment: 'production',
        startedAt: at(merged + 300_000),
        finishedAt: at(merged + 600_000),
        result: 'success',
        version: `1.${index}.0`,
        commitSha: sha,
        changes: [sha],
        url: `https://ci.example.com/example/${service}/runs/${index}`,
      },
    };
  }
}

function* batchesOf(events, size) {
  let batch = [];
  for (const event of events) {
    batch.push(event);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

async function seconds(work) {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

async function fillSnapshot(knex) {
  await new SnapshotScanner({
    auth: { getOwnServiceCredentials: async () => ({}) },
    logger: { info() {}, error: console.error },
    clock: Date.now,
    zone: 'UTC',
    store: new DatabaseSnapshotStore(knex),
    catalog: {
      async *streamEntities() {
        yield [...entitiesOf(components)];
      },
    },
  }).scan();
}

const tables = [
  'events',
  'deployments',
  'deployment_changes',
  'changes',
  'recalculations',
];

/** What each batch left behind, by table; the requests for numbers, of which there is one an entity, with the last. */
async function readRows(knex, batches) {
  const found = [];
  for (const now of batches) {
    const rows = {};
    for (const table of tables) {
      const column = {
        events: 'received_at',
        recalculations: 'requested_at',
      }[table];
      rows[table] = (await knex(table).where(column ?? 'recorded_at', now)).map(
        ({ id, row_id, ...row }) => row,
      );
    }
    found.push(rows);
  }
  return found;
}

const typeOf = (table, column) =>
  /(_at|^time)$/.test(column)
    ? 'bigint'
    : /^(withdrawn|baseline|planned|hotfix|approved_by_other)$/.test(column)
    ? 'boolean'
    : column === 'contributors'
    ? 'integer'
    : 'text';

const plainly = {
  values: async (transaction, table, rows) => {
    // SQLite takes at most 500 rows in one statement.
    for (let at = 0; at < rows.length; at += 500) {
      await transaction(table).insert(rows.slice(at, at + 500));
    }
  },
  json: (transaction, table, rows) =>
    insertRows(
      transaction,
      table,
      Object.fromEntries(
        Object.keys(rows[0]).map(column => [column, typeOf(table, column)]),
      ),
      rows,
    ),
};

const lines = [];
function report(database, name, events, took, plain) {
  lines.push(
    [
      database.padEnd(11),
      name.padEnd(28),
      `${Math.round(events / took)} events/s`.padStart(16),
      `plain insert ${Math.round(events / plain)}/s`.padStart(24),
      `ratio ${(plain / took).toFixed(2)}`.padStart(12),
      `N ${events}`.padStart(9),
    ].join(' '),
  );
}

async function measureDatabase(database, createDatabase) {
  const knex = await createDatabase('taken');
  await knex.migrate.latest({ directory: migrations });
  await fillSnapshot(knex);
  const service = new IntakeService({
    store: new DatabaseIntakeStore(knex, ['dora']),
    environmentRules: common.defaultEnvironmentRules,
  });
  let now = Date.now();
  const submit = async (batch, moments) => {
    moments.push((now += 1));
    const outcomes = await service.submit(batch, { producer: 'bench', now });
    if (outcomes.some(({ status }) => status !== 'accepted')) {
      throw new Error(`Not accepted: ${JSON.stringify(outcomes[0])}`);
    }
  };
  for (const batch of batchesOf(eventsOf('warm', 4 * batchSize), batchSize)) {
    await submit(batch, []);
  }
  for (const [name, count, size] of [
    [`batches of ${batchSize}`, total, batchSize],
    ['one by one', singles, 1],
  ]) {
    const batches = [...batchesOf(eventsOf(name, count), size)];
    const moments = [];
    const session = profiled && (await startProfile());
    const took = await seconds(async () => {
      for (const batch of batches) {
        await submit(batch, moments);
      }
    });
    if (session) {
      await endProfile(session, `intake-${database}-${size}`);
    }
    const rows = await readRows(knex, moments);
    const plain = [];
    for (const [way, insert] of Object.entries(plainly)) {
      const empty = await createDatabase(`plain_${way}_${size}`);
      await empty.migrate.latest({ directory: migrations });
      plain.push(
        await seconds(async () => {
          for (const batch of rows) {
            await empty.transaction(async transaction => {
              for (const table of tables) {
                if (batch[table].length > 0) {
                  await insert(transaction, table, batch[table]);
                }
              }
            });
          }
        }),
      );
      await empty.destroy();
    }
    report(database, name, count, took, Math.min(...plain));
    if (size === batchSize) {
      await reportStorage(database, knex, moments.length * batchSize);
    }
  }
  await knex.destroy();
  return undefined;
}

/** Bytes on disk, with indexes, that an event comes to. */
async function reportStorage(database, knex) {
  if (database !== 'PostgreSQL') {
    return;
  }
  const [{ events }] = await knex('events').count({ events: '*' });
  const { rows } = await knex.raw(
    'select relname, pg_total_relation_size(oid) as bytes from pg_class where relname = any(?)',
    [tables],
  );
  const bytes = rows.reduce((sum, row) => sum + Number(row.bytes), 0);
  lines.push(
    `${database.padEnd(11)} storage: ${Math.round(
      bytes / Number(events),
    )} bytes an event with its record and all indexes (${rows
      .map(row => `${row.relname} ${Math.round(row.bytes / Number(events))}`)
      .join(', ')})`,
  );
}

async function startProfile() {
  const session = new inspector.Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return session;
}

async function endProfile(session, name) {
  const { profile } = await session.post('Profiler.stop');
  const file = path.join(os.tmpdir(), `${name}.cpuprofile`);
  fs.writeFileSync(file, JSON.stringify(profile));
  process.stdout.write(`profile: ${file}\n`);
}

/** Through the whole backend: authentication, parsing, mapping of the bodies, intake. */
async function measureHttp(connection, folder) {
  const backend = await startBackend({ folder, connection, components });
  try {
    await waitForSnapshot(backend, countEntities(components));
    const send = async batch => {
      const response = await fetch(`${backend.baseUrl}/api/opmodel/events`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${backend.token}`,
          'content-type': 'application/cloudevents-batch+json',
        },
        body: JSON.stringify(batch.map(toCloudEvent)),
      });
      const body = await response.text();
      if (!response.ok || /"rejected":[1-9]|"status":"rejected"/.test(body)) {
        throw new Error(`${response.status}: ${body.slice(0, 500)}`);
      }
    };
    const measure = (name, count, size) =>
      seconds(async () => {
        for (const batch of batchesOf(eventsOf(name, count), size)) {
          await send(batch);
        }
      });
    await measure('http-warm', 2 * batchSize, batchSize);
    const took = await measure('http', total, batchSize);
    lines.push(
      `${'PostgreSQL'.padEnd(11)} ${'HTTP, batches of 1000'.padEnd(
        28,
      )} ${`${Math.round(total / took)} events/s`.padStart(16)}`,
    );
  } finally {
    await backend.stop();
  }
}

/** The CDEvent of an event, as a pipeline would send it. */
function toCloudEvent({ id, time, observation }) {
  const isChange = observation.kind === 'change';
  const [repository] = observation.target.links;
  const type = isChange
    ? 'dev.cdevents.change.merged.0.2.0'
    : 'dev.cdevents.service.deployed.0.2.0';
  const environment = { id: observation.environment };
  const content = isChange
    ? {}
    : { environment, artifactId: `pkg:oci/${observation.version}` };
  const customData = isChange
    ? {
        commitSha: observation.commitSha,
        firstCommitAt: observation.firstCommitAt,
        openedAt: observation.openedAt,
      }
    : { commitSha: observation.commitSha, changes: observation.changes };
  return {
    specversion: '1.0',
    id,
    source: 'bench',
    type,
    time,
    datacontenttype: 'application/json',
    data: {
      context: {
        version: '0.4.1',
        id,
        source: 'bench',
        type,
        timestamp: time,
      },
      subject: {
        id: observation.subject,
        type: isChange ? 'change' : 'service',
        content,
      },
      customData: {
        ...customData,
        repositoryUrl: `https://github.com/${repository.externalId}`,
      },
    },
  };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-intake-'));
const postgres = await startPostgres({});
try {
  await measureDatabase('SQLite', async name =>
    createKnex({
      client: 'better-sqlite3',
      connection: { filename: path.join(folder, `${name}.sqlite`) },
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    }),
  );
  const admin = createKnex({ client: 'pg', connection: postgres.connection });
  await measureDatabase('PostgreSQL', async name => {
    await admin.raw(`create database ${name}`);
    return createKnex({
      client: 'pg',
      connection: { ...postgres.connection, database: name },
    });
  });
  await admin.destroy();
  await measureHttp(postgres.connection, folder);
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
