import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  deleteRows,
  inBulks,
  insertRows,
  isPostgres,
  jsonTable,
  whereAnyOf,
} from './DatabaseLists';
import type { Span } from './diffSpans';
import { entityColumns, toEntityRow } from './entityRow';
import { ownershipHistoryAnnotation } from './ownershipHistory';
import {
  type ChangedEntity,
  diffOwnership,
  type EntityPast,
  type MovedEntity,
  type SnapshotBasis,
  type SnapshotChanges,
  type SnapshotStore,
} from './SnapshotStore';

/** Problems that a scan keeps: enough to see what is wrong, whatever the size of the catalog. */
const keptProblems = 100;

/** How long scans are kept for the operator. Milliseconds. */
const keptScansMs = 24 * 60 * 60 * 1000;

/** Keeps the snapshot in SQLite or PostgreSQL. */
export class DatabaseSnapshotStore implements SnapshotStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async startScan(options: {
    now: number;
    abandonedAfterMs: number;
  }): Promise<string> {
    const { now, abandonedAfterMs } = options;
    await this.#knex('scans')
      .where('state', 'running')
      .where('started_at', '<', now - abandonedAfterMs)
      .update({
        state: 'failed',
        finished_at: now,
        error: 'The backend stopped before the scan was complete',
      });
    const id = randomUUID();
    await this.#knex('scans').insert({
      id,
      started_at: now,
      state: 'running',
    });
    return id;
  }

  async failScan(
    id: string,
    { now, error }: { now: number; error: string },
  ): Promise<void> {
    await this.#knex('scans')
      .where({ id })
      .update({ state: 'failed', finished_at: now, error });
  }

  async loadBasis(): Promise<SnapshotBasis> {
    const scanId = await lastCompleteScan(this.#knex);
    const rows = await this.#knex('entities').select(
      'ref',
      'hash',
      'scopes_hash',
      'first_seen_at',
      'removed_at',
    );
    return {
      scanId,
      fingerprints: new Map(
        rows.map(row => [
          row.ref,
          {
            hash: row.hash,
            scopesHash: row.scopes_hash,
            firstSeenAt: Number(row.first_seen_at),
            removed: row.removed_at !== null,
          },
        ]),
      ),
    };
  }

  async loadPast(refs: Iterable<string>): Promise<Map<string, EntityPast>> {
    return loadPast(this.#knex, [...refs]);
  }

  async completeScan(
    id: string,
    changes: SnapshotChanges,
    { now, basis }: { now: number; basis: SnapshotBasis },
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      if (isPostgres(tx)) {
        // Two scans that end together would both find their basis unchanged. Readers are not held up.
        await tx.raw('lock table scans in share row exclusive mode');
      }
      if ((await lastCompleteScan(tx)) !== basis.scanId) {
        throw new ConflictError(
          'Another scan of the catalog was completed in the meantime',
        );
      }
      await writeEntities(tx, changes.changed, now);
      await moveEntities(tx, changes.moved);
      await removeEntities(tx, changes.removed, now);
      await writeScopes(tx, changes.scopes);
      await writeOwners(tx, changes.owners, now);
      await tx('scans')
        .where({ id })
        .update({
          state: 'complete',
          finished_at: now,
          entities: changes.entities,
          changed: changes.changed.length,
          removed: changes.removed.length,
          problems: JSON.stringify(changes.problems.slice(0, keptProblems)),
        });
      await tx('scans')
        .where('started_at', '<', now - keptScansMs)
        .whereNot({ id })
        .delete();
    });
  }
}

async function lastCompleteScan(knex: Knex): Promise<string | undefined> {
  const row = await knex('scans')
    .where('state', 'complete')
    .orderBy([
      { column: 'finished_at', order: 'desc' },
      { column: 'started_at', order: 'desc' },
      'id',
    ])
    .first('id');
  return row?.id;
}

async function loadPast(
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

async function writeEntities(
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
}

async function writeScopes(
  tx: Knex.Transaction,
  scopes: SnapshotChanges['scopes'],
): Promise<void> {
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
}

async function writeOwners(
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
