import type {
  EnvironmentTier,
  RecordKind,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  isPostgres,
  jsonTable,
  whereAnyOf,
  type JsonColumnType,
} from '../catalog/DatabaseLists';
import { replaceCarriedChanges } from './DatabaseCarriedChanges';
import { insertRows, queryRows } from './DatabaseRows';
import { deleteSupersededRows } from './DatabaseSupersededRows';
import { subjectId, type SubjectKey } from './EventStore';
import {
  diffRecordRows,
  keptFields,
  recordTables,
  type CurrentRow,
  type RecordColumn,
} from './recordTables';
import type {
  DeclaredEnvironment,
  RecordRow,
  RecordStore,
  RecordVersion,
} from './RecordStore';

const columnTypes: Record<RecordColumn['type'], JsonColumnType> = {
  text: 'text',
  instant: 'bigint',
  boolean: 'boolean',
  integer: 'integer',
  number: 'double precision',
  json: 'text',
};

const subjectColumns = { source: 'text', subject: 'text' } as const;

function readColumn(value: unknown, type: RecordColumn['type']): unknown {
  if (value === null) {
    return null;
  }
  switch (type) {
    case 'instant':
    case 'integer':
    case 'number':
      return Number(value);
    case 'boolean':
      return Boolean(value);
    case 'json':
      return JSON.parse(String(value));
    default:
      return value;
  }
}

function readFields(
  kind: RecordKind,
  row: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    recordTables[kind].columns.map(({ field, column, type }) => [
      field,
      readColumn(row[column], type),
    ]),
  );
}

/** Keeps the records in the engine's database. */
export class DatabaseRecordStore implements RecordStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async replace(
    subjects: SubjectKey[],
    rows: RecordRow[],
    options: { now: number },
  ): Promise<Set<string>> {
    if (subjects.length === 0) {
      return new Set();
    }
    const { kind } = subjects[0];
    const { supersede, insert } = diffRecordRows(
      await this.#listCurrent(kind, subjects),
      rows,
    );
    await this.#supersede(kind, supersede, options.now);
    await this.#insert(kind, insert, options.now);
    const changed = [...supersede, ...insert].map(row => row.entityRef);
    if (kind === 'deployment') {
      changed.push(
        ...(await replaceCarriedChanges(
          this.#knex,
          subjects,
          rows,
          options.now,
        )),
      );
    }
    return new Set(changed.filter(ref => ref !== null));
  }

  async listEntityRefs(subjects: SubjectKey[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    const kinds = new Set(subjects.map(({ kind }) => kind));
    for (const kind of kinds) {
      if (kind !== 'environment') {
        const rows = await this.#joinCurrent(
          kind,
          subjects.filter(subject => subject.kind === kind),
          'r.source, r.subject, r.entity_ref',
        );
        for (const { source, subject, entity_ref } of rows) {
          const id = subjectId({ kind, source, subject });
          found.set(id, [...(found.get(id) ?? []), entity_ref].sort());
        }
      }
    }
    return found;
  }

  async listSubjectsOf(options: {
    kind: Exclude<RecordKind, 'environment'>;
    entityRefs: readonly string[];
    after?: SubjectKey;
    limit: number;
  }): Promise<SubjectKey[]> {
    const query = this.#knex(recordTables[options.kind].table)
      .distinct('source', 'subject')
      .whereNull('superseded_at')
      .orderBy(['source', 'subject'])
      .limit(options.limit);
    whereAnyOf(query, 'entity_ref', options.entityRefs);
    if (options.after) {
      query.andWhereRaw('(source, subject) > (?, ?)', [
        options.after.source,
        options.after.subject,
      ]);
    }
    const rows = await query;
    return rows.map(({ source, subject }) => ({
      kind: options.kind,
      source,
      subject,
    }));
  }

  async listVersions(subject: SubjectKey): Promise<RecordVersion[]> {
    const rows = await this.#knex(recordTables[subject.kind].table)
      .where({ source: subject.source, subject: subject.subject })
      .orderBy(['recorded_at', 'row_id'])
      .select();
    return rows.map(row => ({
      source: row.source,
      subject: row.subject,
      entityRef: row.entity_ref ?? null,
      fields: readFields(subject.kind, row),
      recordedAt: Number(row.recorded_at),
      supersededAt:
        row.superseded_at === null ? null : Number(row.superseded_at),
    }));
  }

  async listDeclaredEnvironments(
    environments: Iterable<string>,
  ): Promise<DeclaredEnvironment[]> {
    const query = this.#knex('environments')
      .where({ superseded_at: null, withdrawn: false })
      .whereNotNull('environment_tier')
      .orderBy(['source', 'subject'])
      .select('source', 'subject', 'environment_tier');
    whereAnyOf(query, 'subject', environments);
    const rows = await query;
    return rows.map(row => ({
      source: row.source,
      environment: row.subject,
      tier: row.environment_tier,
    }));
  }

  async listDeploymentsOf(options: {
    environment: string;
    otherThan?: EnvironmentTier;
    after?: SubjectKey;
    limit: number;
  }): Promise<SubjectKey[]> {
    const query = this.#knex('deployments')
      .distinct('source', 'subject')
      .where({ environment: options.environment, superseded_at: null })
      .orderBy(['source', 'subject'])
      .limit(options.limit);
    if (options.otherThan) {
      query.andWhere('environment_tier', '<>', options.otherThan);
    }
    if (options.after) {
      query.andWhereRaw('(source, subject) > (?, ?)', [
        options.after.source,
        options.after.subject,
      ]);
    }
    const rows = await query;
    return rows.map(({ source, subject }) => ({
      kind: 'deployment',
      source,
      subject,
    }));
  }

  async listDeployedEnvironments(): Promise<
    { environment: string; tier: EnvironmentTier }[]
  > {
    const rows = await this.#knex('deployments')
      .distinct('environment', 'environment_tier')
      .whereNull('superseded_at')
      .whereNotNull('environment')
      .orderBy(['environment', 'environment_tier']);
    return rows.map(row => ({
      environment: row.environment,
      tier: row.environment_tier,
    }));
  }

  async deleteSuperseded(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    return deleteSupersededRows(this.#knex, options);
  }

  async count(): Promise<Record<RecordKind, number>> {
    const counts: [RecordKind, number][] = [];
    for (const [kind, { table }] of Object.entries(recordTables)) {
      const [{ records }] = await this.#knex(table)
        .where({ superseded_at: null, withdrawn: false })
        .count({ records: '*' });
      counts.push([kind as RecordKind, Number(records)]);
    }
    return Object.fromEntries(counts) as Record<RecordKind, number>;
  }

  async #joinCurrent(
    kind: RecordKind,
    subjects: SubjectKey[],
    selection: string,
  ): Promise<Record<string, any>[]> {
    // On SQLite the cross join keeps the few keys outside and looks each one up in the index.
    const join = isPostgres(this.#knex) ? 'join' : 'cross join';
    return queryRows(
      this.#knex.raw(
        `select ${selection} from ? ${join} ${recordTables[kind].table} r
         on r.source = k.source and r.subject = k.subject and r.superseded_at is null`,
        [this.#keys(subjects)],
      ),
    );
  }

  #keys(subjects: SubjectKey[]): Knex.Raw {
    return jsonTable(
      this.#knex,
      subjects.map(({ source, subject }) => ({ source, subject })),
      subjectColumns,
      'k',
    );
  }

  async #listCurrent(
    kind: RecordKind,
    subjects: SubjectKey[],
  ): Promise<CurrentRow[]> {
    const rows = await this.#joinCurrent(kind, subjects, 'r.*');
    return rows.map(row => ({
      rowId: Number(row.row_id),
      source: row.source,
      subject: row.subject,
      entityRef: row.entity_ref ?? null,
      fields: readFields(kind, row),
    }));
  }

  async #supersede(
    kind: RecordKind,
    rows: CurrentRow[],
    now: number,
  ): Promise<void> {
    if (rows.length > 0) {
      await this.#knex.raw(
        `update ${recordTables[kind].table} set superseded_at = ?
         where row_id in (select row_id from ?)`,
        [
          now,
          jsonTable(
            this.#knex,
            rows.map(row => ({ row_id: row.rowId })),
            { row_id: 'bigint' },
            'given',
          ),
        ],
      );
    }
  }

  async #insert(
    kind: RecordKind,
    rows: RecordRow[],
    now: number,
  ): Promise<void> {
    const { table, columns } = recordTables[kind];
    await insertRows(
      this.#knex,
      table,
      {
        ...subjectColumns,
        ...(kind === 'environment' ? {} : { entity_ref: 'text' as const }),
        ...Object.fromEntries(
          columns.map(({ column, type }) => [column, columnTypes[type]]),
        ),
        recorded_at: 'bigint',
      },
      rows.map(({ source, entityRef, record }) => {
        const fields = keptFields(record);
        return {
          source,
          subject: record.subject,
          entity_ref: entityRef,
          ...Object.fromEntries(
            columns.map(({ field, column, type }) => [
              column,
              type === 'json' && fields[field] !== null
                ? JSON.stringify(fields[field])
                : fields[field],
            ]),
          ),
          recorded_at: now,
        };
      }),
    );
  }
}
