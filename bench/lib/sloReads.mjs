/** What people read about service level objectives, as the engine puts it together. */
import { createRequire } from 'node:module';
import './engine.mjs';

const require = createRequire(import.meta.url);
const source = '../../plugins/opmodel-backend/src';
const load = name => require(`${source}/slo/reading/${name}.ts`)[name];
const {
  DatabaseCatalogStore,
} = require(`${source}/catalog/DatabaseCatalogStore.ts`);
const { SliSources } = require(`${source}/slo/measurement/SliSources.ts`);

/** The readers of the entity tab and of the fleet page. */
export function createReads(knex, store, clock) {
  const reads = new (load('DatabaseSloReadStore'))(knex);
  const shared = {
    ...store,
    store,
    definitions: store.definitions,
    reads,
    catalog: new DatabaseCatalogStore(knex),
    corrections: { spansOf: async () => new Map() },
    sources: new SliSources([]),
    surroundings: {},
    minimumEvents: null,
    zone: 'Europe/Berlin',
    clock,
  };
  const days = new (load('SloDayReader'))(shared);
  const statuses = new (load('SloStatusReader'))({ ...shared, days });
  const lists = new (load('SloListReader'))({ ...shared, statuses });
  const summaries = new (load('SloSummaryReader'))(shared);
  const reports = new (load('SloReportReader'))({
    ...shared,
    lists,
    summaries,
    dependencies: new (load('SloDependencyReader'))(shared),
  });
  return { lists, summaries, reports };
}

/** Lets the snapshot know the documents of SLOs, beside the components that they measure. */
export async function insertDocuments(knex, refs) {
  const sample = await knex('entities').where({ kind: 'component' }).first();
  const span = await knex('scope_spans').where({ scope_ref: 'org' }).first();
  const rows = refs.map(ref => {
    const name = ref.split('/')[1];
    return {
      ...sample,
      ref,
      kind: 'slo',
      name,
      title: null,
      sort_name: name,
      type: null,
      tier: null,
      owner_ref: null,
    };
  });
  for (let at = 0; at < rows.length; at += 200) {
    const portion = rows.slice(at, at + 200);
    await knex('entities').insert(portion);
    await knex('scope_spans').insert(
      portion.map(({ ref }) => ({ ...span, entity_ref: ref })),
    );
  }
}
