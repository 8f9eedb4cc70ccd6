import type { Knex } from 'knex';
import {
  deleteRows,
  inBulks,
  insertRows,
  jsonTable,
  whereAnyOf,
} from './DatabaseLists';
import type { Span } from './diffSpans';
import { ownershipHistoryAnnotation } from './ownershipHistory';
import {
  diffOwnership,
  type EntityPast,
  type SnapshotChanges,
} from './SnapshotStore';

/** What is known of the past of the entities among `refs` that have one. */
export async function loadPast(
  knex: Knex,
  refs: string[],
): Promise<Map<string, EntityPast>> {
  const past = new Map<string, EntityPast>();
  await inBulks(refs, async bulk => {
    const entities = knex('entities').select('ref', 'annotations');
    whereAnyOf(entities, 'ref', bulk);
    for (const { ref, annotations } of await entities) {
      past.set(ref, {
        ownershipHistory: JSON.parse(annotations)[ownershipHistoryAnnotation],
        scopes: [],
        owners: [],
        links: [],
      });
    }
    const links = knex('entity_links').select('*');
    whereAnyOf(links, 'entity_ref', bulk);
    for (const row of await links) {
      past.get(row.entity_ref)?.links.push({
        system: row.system,
        externalId: row.external_id,
        entityRef: row.entity_ref,
        ...(row.path === null ? {} : { path: row.path }),
      });
    }
    const scopes = knex('scope_spans').select('*');
    whereAnyOf(scopes, 'entity_ref', bulk);
    for (const row of await scopes) {
      past.get(row.entity_ref)?.scopes.push({
        ref: row.scope_ref,
        from: row.from_day,
        ...(row.to_day === null ? {} : { to: row.to_day }),
      });
    }
    const owners = knex('ownership_spans').whereNull('superseded_at');
    whereAnyOf(owners, 'entity_ref', bulk);
    for (const row of await owners) {
      past.get(row.entity_ref)?.owners.push({
        ref: row.owner_ref ?? undefined,
        from: Number(row.from_at),
        ...(row.to_at === null ? {} : { to: Number(row.to_at) }),
      });
    }
  });
  return past;
}

/** Replaces the scope spans of the entities. */
export async function writeScopes(
  tx: Knex.Transaction,
  scopes: SnapshotChanges['scopes'],
): Promise<void> {
  const left = await listOpenSpans(tx, [...scopes.keys()]);
  const entered: typeof left = new Map();
  for (const [entityRef, spans] of scopes) {
    for (const { ref, to } of spans) {
      if (ref !== undefined && to === undefined) {
        const key = openSpanKey(ref, entityRef);
        if (!left.delete(key)) {
          entered.set(key, ref);
        }
      }
    }
  }
  await deleteRows(tx, 'scope_spans', 'entity_ref', [...scopes.keys()]);
  await insertRows(
    tx,
    'scope_spans',
    { scope_ref: 'text', entity_ref: 'text', from_day: 'text', to_day: 'text' },
    [...scopes].flatMap(([entityRef, spans]) =>
      spans.map(span => ({
        scope_ref: span.ref,
        entity_ref: entityRef,
        from_day: span.from,
        to_day: span.to,
      })),
    ),
  );
  await raiseVersions(tx, new Set([...left.values(), ...entered.values()]));
}

function openSpanKey(scopeRef: string, entityRef: string): string {
  return JSON.stringify([scopeRef, entityRef]);
}

/** The scopes in which the entities count now, by {@link openSpanKey}. */
async function listOpenSpans(
  tx: Knex.Transaction,
  entityRefs: string[],
): Promise<Map<string, string>> {
  const open = new Map<string, string>();
  await inBulks(entityRefs, async bulk => {
    const spans = tx('scope_spans')
      .whereNull('to_day')
      .select('scope_ref', 'entity_ref');
    whereAnyOf(spans, 'entity_ref', bulk);
    for (const row of await spans) {
      open.set(openSpanKey(row.scope_ref, row.entity_ref), row.scope_ref);
    }
  });
  return open;
}

/** Tells whoever keeps sums of these scopes that their members are others now. */
async function raiseVersions(
  tx: Knex.Transaction,
  scopeRefs: Set<string>,
): Promise<void> {
  const rows = [...scopeRefs]
    .sort()
    .map(ref => ({ scope_ref: ref, version: 1 }));
  const columns = { scope_ref: 'text', version: 'bigint' } as const;
  await inBulks(rows, bulk =>
    tx.raw(
      `insert into scope_versions (scope_ref, version) select scope_ref, version from ? where true
       on conflict (scope_ref) do update set version = scope_versions.version + 1`,
      [jsonTable(tx, bulk, columns, 'changed')],
    ),
  );
}

/** Brings the ownership of the entities to the given spans; what was wrong about the past is superseded. */
export async function writeOwners(
  tx: Knex.Transaction,
  owners: SnapshotChanges['owners'],
  now: number,
): Promise<void> {
  const stored = await loadPast(tx, [...owners.keys()]);
  const toRow = (entityRef: string, span: Span<number>) => ({
    entity_ref: entityRef,
    owner_ref: span.ref,
    from_at: span.from,
    to_at: span.to,
    recorded_at: now,
  });
  const ended: object[] = [];
  const superseded: object[] = [];
  const added: object[] = [];
  for (const [ref, spans] of owners) {
    const change = diffOwnership(stored.get(ref)?.owners ?? [], spans);
    ended.push(...change.ended.map(span => toRow(ref, span)));
    superseded.push(...change.superseded.map(span => toRow(ref, span)));
    added.push(...change.added.map(span => toRow(ref, span)));
  }
  const columns = {
    entity_ref: 'text',
    owner_ref: 'text',
    from_at: 'bigint',
    to_at: 'bigint',
    recorded_at: 'bigint',
  } as const;
  const same =
    'ownership_spans.entity_ref = changed.entity_ref and ownership_spans.from_at = changed.from_at and ownership_spans.superseded_at is null';
  await inBulks(superseded, bulk =>
    tx.raw(
      `update ownership_spans set superseded_at = changed.recorded_at from ? where ${same}`,
      [jsonTable(tx, bulk, columns, 'changed')],
    ),
  );
  await inBulks(ended, bulk =>
    tx.raw(
      `update ownership_spans set to_at = changed.to_at from ? where ${same}`,
      [jsonTable(tx, bulk, columns, 'changed')],
    ),
  );
  await insertRows(tx, 'ownership_spans', columns, added);
}
