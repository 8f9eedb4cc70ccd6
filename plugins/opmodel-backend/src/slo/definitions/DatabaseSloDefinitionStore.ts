import type { SloDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  deleteRows,
  inBulks,
  insertRows,
  jsonTable,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { whereVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import { writeBackfills } from './DatabaseBackfills';
import { requestEvaluations, writeMeasurements } from './DatabaseDefinedWork';
import { problemHashOf } from './problemHash';
import type {
  DefinedSlo,
  KnownSlo,
  SloChanges,
  SloDefinitionStore,
  SloProblemRow,
  StoredSlo,
} from './SloDefinitionStore';

const sloColumns = {
  ref: 'text',
  entity_ref: 'text',
  owner_ref: 'text',
  title: 'text',
  method: 'text',
  window: 'text',
  definition: 'text',
  source_type: 'text',
  review_on: 'text',
  definition_hash: 'text',
  indicator_hash: 'text',
  slice_hash: 'text',
  problem_hash: 'text',
  counts_from: 'bigint',
  defined_at: 'bigint',
} as const;

const problemColumns = {
  slo_ref: 'text',
  seq: 'integer',
  severity: 'text',
  rule: 'text',
  path: 'text',
  value: 'text',
  message: 'text',
  source: 'text',
} as const;

/** Keeps definitions in SQLite or PostgreSQL. */
export class DatabaseSloDefinitionStore implements SloDefinitionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listKnown(): Promise<ReadonlyMap<string, KnownSlo>> {
    const rows: Record<string, any>[] = await this.#knex('slos').select(
      'ref',
      'definition_hash',
      'indicator_hash',
      'slice_hash',
      'problem_hash',
      'counts_from',
      'removed_at',
    );
    return new Map(
      rows.map(row => [
        row.ref,
        {
          ref: row.ref,
          definitionHash: row.definition_hash,
          indicatorHash: row.indicator_hash,
          sliceHash: row.slice_hash,
          problemHash: row.problem_hash,
          countsFrom: instantOf(row.counts_from),
          removed: row.removed_at !== null,
        },
      ]),
    );
  }

  async apply(
    { defined, mended, removed }: SloChanges,
    { now }: { now: number },
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await inBulks(defined, bulk => writeSlos(transaction, bulk, now));
      await inBulks(mended, bulk => mendSlos(transaction, bulk));
      await writeProblems(transaction, [...defined, ...mended]);
      await writeMeasurements(transaction, defined, now);
      await writeBackfills(transaction, defined);
      await inBulks(defined, bulk =>
        requestEvaluations(transaction, bulk, now),
      );
      await removeSlos(transaction, removed, now);
    });
  }

  async list(refs?: readonly string[]): Promise<StoredSlo[]> {
    return this.#select(query => {
      if (refs) {
        whereAnyOf(query, 'ref', refs);
      } else {
        query.whereNull('removed_at');
      }
    });
  }

  async listMeasuring(entityRefs: readonly string[]): Promise<StoredSlo[]> {
    return this.#select(query => {
      whereAnyOf(query, 'entity_ref', entityRefs);
      query.whereNull('removed_at');
    });
  }

  async #select(
    limit: (query: Knex.QueryBuilder) => void,
  ): Promise<StoredSlo[]> {
    const query = this.#knex('slos').select(
      'definition',
      'source_type',
      'counts_from',
      'state',
      'defined_at',
      'removed_at',
    );
    orderByText(query, 'ref');
    limit(query);
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      definition: JSON.parse(row.definition) as SloDefinition,
      sourceType: row.source_type,
      countsFrom: instantOf(row.counts_from),
      state: row.state,
      definedAt: Number(row.defined_at),
      removedAt: instantOf(row.removed_at),
    }));
  }

  async listProblems(ref: string): Promise<SloProblemRow[]> {
    return this.#knex('slo_problems')
      .where('slo_ref', ref)
      .orderBy('seq')
      .select('severity', 'rule', 'path', 'value', 'message', 'source');
  }

  async countMeasured(kind: string, visibility: Visibility): Promise<number> {
    const query = this.#knex('slos as slo')
      .join('entities as entity', 'entity.ref', 'slo.entity_ref')
      .join('entities as document', 'document.ref', 'slo.ref')
      .where('entity.kind', kind)
      .whereNull('entity.removed_at')
      .whereNull('slo.removed_at')
      .whereExists(measured => {
        measured
          .from('slo_measurements as measurement')
          .whereRaw('measurement.slo_ref = slo.ref')
          .whereNotNull('measurement.measured_at');
      })
      .countDistinct({ found: 'entity.ref' });
    whereVisible(query, visibility, 'entity.ref');
    whereVisible(query, visibility, 'document.ref');
    const [{ found }]: any[] = await query;
    return Number(found);
  }
}

function instantOf(value: unknown): number | null {
  return value === null ? null : Number(value);
}

async function writeSlos(
  transaction: Knex.Transaction,
  slos: SloChanges['defined'],
  now: number,
): Promise<void> {
  const names = Object.keys(sloColumns);
  const list = names.map(() => '??').join(', ');
  const updated = names.filter(name => name !== 'ref');
  await transaction.raw(
    `insert into slos (${list}) select ${list} from ? where true
     on conflict (ref) do update set
       ${updated.map(() => '?? = excluded.??').join(', ')}, removed_at = null`,
    [
      ...names,
      ...names,
      jsonTable(
        transaction,
        slos.map(slo => toRow(slo, now)),
        sloColumns,
        'new_slo',
      ),
      ...updated.flatMap(name => [name, name]),
    ],
  );
}

function toRow(slo: SloChanges['defined'][number], now: number): object {
  const { definition } = slo;
  return {
    ref: definition.ref,
    entity_ref: definition.entityRef,
    owner_ref: definition.ownerRef,
    title: definition.title,
    method: definition.budgetingMethod,
    window: JSON.stringify(definition.window),
    definition: JSON.stringify(definition),
    source_type: slo.sourceType,
    review_on: definition.reviewOn,
    definition_hash: slo.definitionHash,
    indicator_hash: slo.indicatorHash,
    slice_hash: slo.sliceHash,
    problem_hash: problemHashOf(slo.problems),
    counts_from: slo.countsFrom,
    defined_at: now,
  };
}

async function mendSlos(
  transaction: Knex.Transaction,
  slos: SloChanges['mended'],
): Promise<void> {
  await transaction.raw(
    `update slos set problem_hash = mended.problem_hash from ?
     where slos.ref = mended.ref`,
    [
      jsonTable(
        transaction,
        slos.map(({ definition, problems }) => ({
          ref: definition.ref,
          problem_hash: problemHashOf(problems),
        })),
        { ref: 'text', problem_hash: 'text' },
        'mended',
      ),
    ],
  );
}

async function writeProblems(
  transaction: Knex.Transaction,
  slos: readonly Pick<DefinedSlo, 'definition' | 'problems'>[],
): Promise<void> {
  await deleteRows(
    transaction,
    'slo_problems',
    'slo_ref',
    slos.map(({ definition }) => definition.ref),
  );
  await insertRows(
    transaction,
    'slo_problems',
    problemColumns,
    slos.flatMap(({ definition, problems }) =>
      problems.map((problem, seq) => ({
        slo_ref: definition.ref,
        seq,
        ...problem,
      })),
    ),
  );
}

async function removeSlos(
  transaction: Knex.Transaction,
  refs: readonly string[],
  now: number,
): Promise<void> {
  await inBulks(refs, bulk => {
    const query = transaction('slos').whereNull('removed_at');
    whereAnyOf(query, 'ref', bulk);
    return query.update({ removed_at: now });
  });
  for (const table of ['slo_problems', 'slo_measurements', 'slo_evaluations']) {
    await deleteRows(transaction, table, 'slo_ref', refs);
  }
}
