import type { Knex } from 'knex';
import {
  deleteRows,
  inBulks,
  insertRows,
  jsonTable,
  whereAnyOf,
} from './DatabaseLists';
import { entityColumns, toEntityRow } from './entityRow';
import type {
  ChangedEntity,
  MovedEntity,
  SnapshotChanges,
} from './SnapshotStore';

/** Writes the entities that a scan found changed, moved or removed, with their properties and links. */
export async function writeEntities(
  tx: Knex.Transaction,
  { changed, moved, removed }: SnapshotChanges,
  now: number,
): Promise<void> {
  await writeChanged(tx, changed, now);
  await moveEntities(tx, moved);
  await removeEntities(tx, removed, now);
}

async function writeChanged(
  tx: Knex.Transaction,
  changed: ChangedEntity[],
  now: number,
): Promise<void> {
  const refs = changed.map(entity => entity.ref);
  const names = Object.keys(entityColumns);
  const list = names.map(() => '??').join(', ');
  const overwritten = names.filter(name => name !== 'first_seen_at');
  const assignments = overwritten.map(() => '?? = excluded.??').join(', ');
  const rows = changed.map(entity => toEntityRow(entity, now));
  await inBulks(rows, bulk =>
    // SQLite takes the ON of an upsert from a select for a join without this WHERE.
    tx.raw(
      `insert into entities (${list}) select ${list} from ? where true on conflict (ref) do update set ${assignments}, removed_at = null`,
      [
        ...names,
        ...names,
        jsonTable(tx, bulk, entityColumns, 'new_row'),
        ...overwritten.flatMap(name => [name, name]),
      ],
    ),
  );
  await deleteRows(tx, 'entity_properties', 'entity_ref', refs);
  await insertRows(
    tx,
    'entity_properties',
    { entity_ref: 'text', key: 'text', value: 'text' },
    changed.flatMap(({ ref, properties }) =>
      properties.map(({ key, value }) => ({ entity_ref: ref, key, value })),
    ),
  );
  await deleteRows(tx, 'entity_links', 'entity_ref', refs);
  await insertRows(
    tx,
    'entity_links',
    { system: 'text', external_id: 'text', path: 'text', entity_ref: 'text' },
    changed.flatMap(({ links }) =>
      links.map(link => ({
        system: link.system,
        external_id: link.externalId,
        path: link.path,
        entity_ref: link.entityRef,
      })),
    ),
  );
  await deleteRows(tx, 'entity_relations', 'entity_ref', refs);
  await insertRows(
    tx,
    'entity_relations',
    { entity_ref: 'text', type: 'text', target_ref: 'text' },
    changed.flatMap(({ relations }) =>
      relations.map(({ entityRef, type, targetRef }) => ({
        entity_ref: entityRef,
        type,
        target_ref: targetRef,
      })),
    ),
  );
}

async function moveEntities(
  tx: Knex.Transaction,
  moved: MovedEntity[],
): Promise<void> {
  const rows = moved.map(entity => ({
    ref: entity.ref,
    domain_ref: entity.domainRef,
    scopes_hash: entity.scopesHash,
  }));
  const columns = {
    ref: 'text',
    domain_ref: 'text',
    scopes_hash: 'text',
  } as const;
  await inBulks(rows, bulk =>
    tx.raw(
      'update entities set domain_ref = moved.domain_ref, scopes_hash = moved.scopes_hash from ? where entities.ref = moved.ref',
      [jsonTable(tx, bulk, columns, 'moved')],
    ),
  );
}

async function removeEntities(
  tx: Knex.Transaction,
  refs: string[],
  now: number,
): Promise<void> {
  await inBulks(refs, bulk => {
    const query = tx('entities');
    whereAnyOf(query, 'ref', bulk);
    return query.update({ removed_at: now });
  });
  // Its properties stay, so that its history is shown to those who might see it, and to nobody else.
  await deleteRows(tx, 'entity_links', 'entity_ref', refs);
  await deleteRows(tx, 'entity_relations', 'entity_ref', refs);
}
