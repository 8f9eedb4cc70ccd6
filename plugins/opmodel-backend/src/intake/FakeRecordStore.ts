import type {
  EnvironmentTier,
  RecordKind,
} from '@opmodel/backstage-plugin-opmodel-common';
import isEqual from 'lodash/isEqual';
import { subjectId, type SubjectKey } from './EventStore';
import { diffRecordRows, keptFields } from './recordTables';
import type {
  DeclaredEnvironment,
  RecordRow,
  RecordStore,
  RecordVersion,
} from './RecordStore';

type KeptVersion = RecordVersion & {
  rowId: number;
  kind: RecordKind;
  /** What a deployment carries. */
  changes: string[];
};

/** Keeps the records in memory. */
export class FakeRecordStore implements RecordStore {
  versions: KeptVersion[] = [];
  #rows = 0;

  async replace(
    subjects: SubjectKey[],
    rows: RecordRow[],
    options: { now: number },
  ): Promise<Set<string>> {
    const wanted = new Set(subjects.map(subjectId));
    const current = this.#current().filter(version =>
      wanted.has(subjectId(version)),
    );
    const changed: (string | null)[] = [];
    const { supersede, insert } = diffRecordRows(current, rows);
    for (const row of supersede) {
      const version = current.find(({ rowId }) => rowId === row.rowId)!;
      version.supersededAt = options.now;
      changed.push(version.entityRef);
    }
    for (const { source, entityRef, record } of insert) {
      this.#rows += 1;
      this.versions.push({
        rowId: this.#rows,
        kind: record.kind,
        source,
        subject: record.subject,
        entityRef,
        fields: structuredClone(keptFields(record)),
        recordedAt: options.now,
        supersededAt: null,
        changes: [],
      });
      changed.push(entityRef);
    }
    for (const { source, entityRef, record } of rows) {
      const version = this.#current().find(
        candidate =>
          subjectId(candidate) ===
            subjectId({ kind: record.kind, source, subject: record.subject }) &&
          candidate.entityRef === entityRef,
      )!;
      const changes =
        record.kind === 'deployment' ? [...new Set(record.changes ?? [])] : [];
      if (!isEqual(version.changes, changes)) {
        version.changes = changes;
        changed.push(entityRef);
      }
    }
    return new Set(changed.filter(ref => ref !== null));
  }

  async listEntityRefs(subjects: SubjectKey[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const subject of subjects) {
      const refs = this.#current()
        .filter(version => subjectId(version) === subjectId(subject))
        .flatMap(version => version.entityRef ?? []);
      if (refs.length > 0) {
        found.set(subjectId(subject), refs.sort());
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
    const order = ({ source, subject }: SubjectKey) => `${source}\0${subject}`;
    const subjects = new Map<string, SubjectKey>();
    for (const { kind, source, subject, entityRef } of this.#current()) {
      if (kind === options.kind && options.entityRefs.includes(entityRef!)) {
        const key = { kind, source, subject };
        subjects.set(order(key), key);
      }
    }
    return [...subjects.keys()]
      .filter(id => !options.after || id > order(options.after))
      .sort()
      .slice(0, options.limit)
      .map(id => subjects.get(id)!);
  }

  async listVersions(subject: SubjectKey): Promise<RecordVersion[]> {
    return this.versions
      .filter(version => subjectId(version) === subjectId(subject))
      .map(({ rowId, kind, changes, ...version }) => structuredClone(version));
  }

  async listDeclaredEnvironments(
    environments: Iterable<string>,
  ): Promise<DeclaredEnvironment[]> {
    const wanted = new Set(environments);
    return this.#current()
      .filter(
        ({ kind, subject, fields }) =>
          kind === 'environment' &&
          wanted.has(subject) &&
          !fields.withdrawn &&
          fields.environmentTier !== null,
      )
      .map(({ source, subject, fields }) => ({
        source,
        environment: subject,
        tier: fields.environmentTier as EnvironmentTier,
      }))
      .sort((a, b) => (a.source < b.source ? -1 : 1));
  }

  async listDeploymentsOf(options: {
    environment: string;
    otherThan?: EnvironmentTier;
    after?: SubjectKey;
    limit: number;
  }): Promise<SubjectKey[]> {
    const subjects = new Map<string, SubjectKey>();
    for (const { kind, source, subject, fields } of this.#current()) {
      if (
        kind === 'deployment' &&
        fields.environment === options.environment &&
        fields.environmentTier !== options.otherThan
      ) {
        subjects.set(subjectId({ kind, source, subject }), {
          kind,
          source,
          subject,
        });
      }
    }
    const order = ({ source, subject }: SubjectKey) => `${source}\0${subject}`;
    return [...subjects.values()]
      .filter(
        subject => !options.after || order(subject) > order(options.after),
      )
      .sort((a, b) => (order(a) < order(b) ? -1 : 1))
      .slice(0, options.limit);
  }

  async listDeployedEnvironments(): Promise<
    { environment: string; tier: EnvironmentTier }[]
  > {
    const pairs = new Map<
      string,
      { environment: string; tier: EnvironmentTier }
    >();
    for (const { kind, fields } of this.#current()) {
      if (kind === 'deployment' && fields.environment !== null) {
        const environment = fields.environment as string;
        const tier = fields.environmentTier as EnvironmentTier;
        pairs.set(`${environment}\0${tier}`, { environment, tier });
      }
    }
    return [...pairs.keys()].sort().map(key => pairs.get(key)!);
  }

  async deleteSuperseded(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    const gone = this.versions
      .filter(
        ({ supersededAt }) =>
          supersededAt !== null && supersededAt < options.before,
      )
      .slice(0, options.limit);
    this.versions = this.versions.filter(version => !gone.includes(version));
    return gone.length;
  }

  async count(): Promise<Record<RecordKind, number>> {
    const of = (kind: RecordKind) =>
      this.#current().filter(
        version => version.kind === kind && !version.fields.withdrawn,
      ).length;
    return {
      deployment: of('deployment'),
      change: of('change'),
      incident: of('incident'),
      work_item: of('work_item'),
      pipeline_run: of('pipeline_run'),
      environment: of('environment'),
    };
  }

  #current(): KeptVersion[] {
    return this.versions.filter(version => version.supersededAt === null);
  }
}
