/*
 * What OpenSLO documents cost the catalog and its snapshot, on SQLite and on PostgreSQL.
 *
 *   node bench/slo-catalog.mjs [documents]
 *
 * An organisation (bench/lib/ownership.mjs) of as many components as there are SLOs is scanned into the snapshot without and with SLOs, each
 * with an indicator of its own: for the first time, when nothing differs, and when one SLO in a hundred does. The documents are those that
 * the catalog's processor makes of what people write; how long that takes is told beside reading the same texts as YAML. Every SLO must
 * come out of the snapshot as it was written, or the run fails.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import {
  common,
  createKnex,
  DatabaseCatalogStore,
  DatabaseSnapshotStore,
  migrations,
  SnapshotScanner,
} from './lib/engine.mjs';
import { quantileOf } from './lib/measure.mjs';
import { componentRef, organisationOf, teamRef } from './lib/ownership.mjs';
import { startPostgres } from './lib/postgres.mjs';

const require = createRequire(import.meta.url);
const {
  OpenSloProcessor,
} = require('../plugins/catalog-backend-module-opmodel/src/openSlo/OpenSloProcessor.ts');

const documents = Number(process.argv[2] ?? 10_000);
const cache = { get: async () => undefined, set: async () => {} };
const location = { type: 'url', target: 'https://git.example.com/slos.yaml' };

function textsOf(index, target) {
  const service = `service-${index}`;
  const head = (kind, name) => `apiVersion: openslo/v1
kind: ${kind}
metadata:
  name: ${name}
  displayName: ${name} of ${service}
  labels:
    stage: [prod, eu]
  annotations:
    opmodel.io/measures: ${componentRef(index)}
    opmodel.io/owner: ${teamRef(Math.floor(index / 10))}
    opmodel.io/review-on: 2027-03-01
`;
  const metric = code => `
      metricSource:
        metricSourceRef: main
        type: Prometheus
        spec:
          query: sum(http_requests_total{service="${service}"${code}})`;
  return [
    `${head('SLO', `${service}-availability`)}spec:
  description: Requests to ${service} are answered, and not with an error of the service's own
  service: ${service}
  indicatorRef: ${service}-errors
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - displayName: Most requests
      target: ${target}
  alertPolicies:
    - alertPolicyRef: page
    - alertPolicyRef: ticket
`,
    `${head('SLI', `${service}-errors`)}spec:
  description: Requests that the service answers without an error of its own
  ratioMetric:
    counter: true
    good:${metric(',code!~"5.."')}
    total:${metric('')}
`,
  ];
}

/** A document as the catalog holds it. */
async function processed(processor, written) {
  const relations = [];
  const emit = ({ type, relation }) => {
    // The way back belongs to the other entity.
    if (type === 'relation' && relation.source.name === written.metadata.name) {
      const { kind, namespace, name } = relation.target;
      relations.push({
        type: relation.type,
        targetRef: `${kind}:${namespace}/${name}`,
      });
    }
  };
  const entity = await processor.postProcessEntity(
    await processor.preProcessEntity(written, location, emit, location, cache),
    location,
    emit,
    cache,
  );
  assert.equal(entity.status, undefined);
  return {
    ...entity,
    metadata: { namespace: 'default', etag: 'bench', ...entity.metadata },
    relations,
  };
}

async function timed(work) {
  const startedAt = performance.now();
  const result = await work();
  return [performance.now() - startedAt, result];
}

const processor = new OpenSloProcessor({ mode: 'strict', urlReader: {} });
const readAll = target =>
  Array.from({ length: documents }, (_, index) => textsOf(index, target))
    .flat()
    .map(text => parse(text));
const processAll = async entities => {
  const result = [];
  for (const entity of entities) {
    result.push(await processed(processor, entity));
  }
  return result;
};
const [parsing, written] = await timed(() => readAll(0.999));
const [processing, slos] = await timed(() => processAll(written));
const each = (1000 * processing) / slos.length;
console.log(
  `${slos.length} documents: read as YAML ${parsing.toFixed(
    0,
  )} ms, converted, checked and related ${processing.toFixed(0)} ms (${(
    processing / parsing
  ).toFixed(2)} x, ${each.toFixed(0)} µs each)`,
);
const stricter = await processAll(readAll(0.9999));
const changed = slos.map((slo, index) =>
  index % 200 === 0 ? stricter[index] : slo,
);

async function measure(name, knex) {
  await knex.migrate.latest({ directory: migrations });
  const now = Date.UTC(2026, 10, 23, 12);
  const components = [...organisationOf(documents)];
  let entities = components;
  const scanner = new SnapshotScanner({
    auth: { getOwnServiceCredentials: async () => ({}) },
    catalog: {
      async *streamEntities() {
        for (let at = 0; at < entities.length; at += 500) {
          yield entities.slice(at, at + 500);
        }
      },
    },
    store: new DatabaseSnapshotStore(knex),
    logger: { info() {}, error() {} },
    zone: 'UTC',
    clock: () => now,
  });
  console.log(name);
  const bases = {};
  const scan = async (what, { base, runs = 1 } = {}) => {
    const measured = [];
    let result;
    for (let run = 0; run < runs; run += 1) {
      const [milliseconds, news] = await timed(() => scanner.scan());
      measured.push(milliseconds);
      result = news;
    }
    const median = quantileOf(measured, 0.5);
    const ratio = base ? ` ${(median / bases[base]).toFixed(2)} x` : '';
    bases[what] = median;
    console.log(
      `  ${what.padEnd(36)} ${median.toFixed(0).padStart(6)} ms${ratio} (${
        result.entities
      } entities, ${result.changed.length} changed)`,
    );
    return result;
  };
  const first = 'organisation, for the first time';
  const unchanged = 'organisation, nothing differs';
  await scan(first);
  await scan(unchanged, { runs: 7 });
  entities = [...components, ...slos];
  await scan('with documents, all new', { base: first });
  const same = await scan('with documents, nothing differs', {
    base: unchanged,
    runs: 7,
  });
  assert.equal(same.changed.length, 0);
  entities = [...components, ...changed];
  const few = await scan('with documents, 1 SLO in 100 differs', {
    base: unchanged,
  });
  assert.equal(few.changed.length, Math.ceil(slos.length / 200));

  // As the database does by itself after a while.
  await knex.raw('analyze');
  const catalog = new DatabaseCatalogStore(knex);
  let cursor;
  let found = 0;
  let bytes = 0;
  const [reading] = await timed(async () => {
    do {
      const page = await catalog.listScope(
        { scopeRef: 'org', kinds: ['slo', 'sli'] },
        { type: 'all' },
        { limit: 1_000, cursor },
      );
      for (const { document, ...entity } of page.items) {
        const read = common.openSloDocumentOf({ ...entity, ...document });
        bytes += JSON.stringify(document).length;
        found += 1;
        if (read.kind === 'SLO' && entity.name === 'service-1-availability') {
          assert.deepEqual(read, parse(textsOf(1, 0.999)[0]));
        }
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  });
  assert.equal(found, slos.length);
  console.log(
    `  ${'all documents read back'.padEnd(36)} ${reading
      .toFixed(0)
      .padStart(6)} ms (${found}, ${Math.round(bytes / found)} bytes each)`,
  );
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-slo-catalog-'));
const sqlite = createKnex({
  client: 'better-sqlite3',
  connection: { filename: path.join(folder, 'bench.sqlite') },
  useNullAsDefault: true,
  pool: { min: 1, max: 1 },
});
try {
  await measure('SQLite', sqlite);
} finally {
  await sqlite.destroy();
  fs.rmSync(folder, { recursive: true, force: true });
}
const postgres = await startPostgres();
const knex = createKnex({
  client: 'pg',
  connection: { ...postgres.connection, database: 'postgres' },
});
try {
  await measure('PostgreSQL', knex);
} finally {
  await knex.destroy();
  await postgres.stop();
}
