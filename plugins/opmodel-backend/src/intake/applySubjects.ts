import {
  foldObservations,
  type DeploymentRecord,
  type EnvironmentRecord,
  type EnvironmentTier,
  type IntakeRecord,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { EntityLink } from '../catalog/CatalogStore';
import { seesAll } from '../catalog/Visibility';
import { subjectId, type LedgerEntry, type SubjectKey } from './EventStore';
import type { IntakeStores } from './IntakeStore';
import { linkId, mapTarget, type TargetLookup } from './mapTarget';
import type { DeclaredEnvironment, RecordRow } from './RecordStore';

/** What applying needs to know beside the stores. */
export interface ApplyOptions {
  /** Epoch milliseconds. */
  now: number;
  /** The tier of an environment by its name. */
  classify(name: string): EnvironmentTier;
}

interface FoldedSubject {
  id: string;
  key: SubjectKey;
  entries: LedgerEntry[];
  record: IntakeRecord;
}

function foldSubjects(
  subjects: SubjectKey[],
  entries: LedgerEntry[],
): FoldedSubject[] {
  const bySubject = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const { kind, subject } = entry.observation;
    const id = subjectId({ kind, source: entry.source, subject });
    const found = bySubject.get(id);
    if (found) {
      found.push(entry);
    } else {
      bySubject.set(id, [entry]);
    }
  }
  return subjects.flatMap(key => {
    const id = subjectId(key);
    const found = bySubject.get(id);
    return found
      ? {
          id,
          key,
          entries: found,
          record: foldObservations(key.kind, key.subject, found),
        }
      : [];
  });
}

async function lookUpTargets(
  stores: IntakeStores,
  records: IntakeRecord[],
): Promise<TargetLookup> {
  const refs = new Set(records.flatMap(({ target }) => target.entityRefs));
  const keys = new Map(
    records
      .flatMap(({ target }) => target.links)
      .map(link => [linkId(link), link]),
  );
  const links = new Map<string, EntityLink[]>();
  if (keys.size > 0) {
    for (const link of await stores.catalog.findLinks(keys.values(), seesAll)) {
      links.set(linkId(link), [...(links.get(linkId(link)) ?? []), link]);
    }
  }
  return {
    refs:
      refs.size > 0
        ? await stores.catalog.existingRefs(refs, seesAll)
        : new Set(),
    links,
  };
}

/** The tier that an environment's own record gives it; null when neither the producer nor a name tells. */
function tierOfEnvironment(
  record: EnvironmentRecord,
  classify: ApplyOptions['classify'],
): EnvironmentTier | null {
  const told = [record.name, record.subject]
    .map(name => classify(name ?? ''))
    .find(tier => tier !== 'other');
  return record.environmentTier ?? told ?? null;
}

/**
 * The tier of an environment for deployments that do not state it: as its record gives it, that of the same source first, else by
 * the environment's name.
 */
export function resolveTier(
  environment: string | null,
  source: string | undefined,
  declared: DeclaredEnvironment[],
  classify: ApplyOptions['classify'],
): EnvironmentTier {
  const candidates = declared.filter(
    candidate => candidate.environment === environment,
  );
  const own = candidates.find(candidate => candidate.source === source);
  return (own ?? candidates[0])?.tier ?? classify(environment ?? '');
}

async function resolveDeploymentTiers(
  stores: IntakeStores,
  rows: RecordRow[],
  { classify }: ApplyOptions,
): Promise<RecordRow[]> {
  const untold = rows
    .map(row => row.record as DeploymentRecord)
    .filter(record => record.environmentTier === null)
    .flatMap(record => record.environment ?? []);
  const declared =
    untold.length > 0
      ? await stores.records.listDeclaredEnvironments(new Set(untold))
      : [];
  return rows.map(row => {
    const record = row.record as DeploymentRecord;
    return {
      ...row,
      record: {
        ...record,
        environmentTier:
          record.environmentTier ??
          resolveTier(record.environment, row.source, declared, classify),
      },
    };
  });
}

async function applyEnvironments(
  stores: IntakeStores,
  folded: FoldedSubject[],
  { now, classify }: ApplyOptions,
): Promise<void> {
  await stores.records.replace(
    folded.map(({ key }) => key),
    folded.map(({ key, record }) => ({
      source: key.source,
      entityRef: null,
      record: {
        ...(record as EnvironmentRecord),
        environmentTier: tierOfEnvironment(
          record as EnvironmentRecord,
          classify,
        ),
      },
    })),
    { now },
  );
}

/** Whom each subject concerns, and why nobody is found. */
async function mapSubjects(
  stores: IntakeStores,
  folded: FoldedSubject[],
): Promise<Map<string, { entityRefs: string[]; reason: string | null }>> {
  const lookup = await lookUpTargets(
    stores,
    folded.map(({ record }) => record),
  );
  const mappings = folded.map(subject => ({
    subject,
    mapping: mapTarget(subject.record.target, lookup),
  }));
  const lost = mappings.filter(({ mapping }) => mapping.reason !== undefined);
  // A record that once found its entity keeps it: history stays when the catalog forgets an entity.
  const kept =
    lost.length > 0
      ? await stores.records.listEntityRefs(lost.map(m => m.subject.key))
      : new Map<string, string[]>();
  return new Map(
    mappings.map(({ subject, mapping }) => {
      const entityRefs = mapping.entityRefs ?? kept.get(subject.id) ?? [];
      return [
        subject.id,
        {
          entityRefs,
          reason: entityRefs.length > 0 ? null : mapping.reason ?? null,
        },
      ];
    }),
  );
}

/**
 * Makes the records of subjects what the ledger says about them: folds all that was observed, finds the entities, writes what
 * differs from what was known, and asks for the numbers of the entities concerned. Applying a subject again changes
 * nothing.
 *
 * The number of statements does not depend on the number of subjects.
 *
 * @returns by {@link subjectId} why the subject is unmapped, or null when it is applied
 */
export async function applySubjects(
  stores: IntakeStores,
  subjects: SubjectKey[],
  options: ApplyOptions,
): Promise<Map<string, string | null>> {
  const entries = await stores.events.listBySubject(subjects);
  const folded = foldSubjects(subjects, entries);
  const ofKind = (kind: SubjectKey['kind']) =>
    folded.filter(({ key }) => key.kind === kind);
  const changed = new Set<string>();

  // Environments first: they tell the tiers of deployments in the same batch.
  await applyEnvironments(stores, ofKind('environment'), options);

  const owned = folded.filter(({ key }) => key.kind !== 'environment');
  const mapped = await mapSubjects(stores, owned);
  for (const kind of [
    'deployment',
    'change',
    'incident',
    'work_item',
    'pipeline_run',
  ] as const) {
    const own = ofKind(kind);
    const rows = own.flatMap(({ id, key, record }) =>
      mapped.get(id)!.entityRefs.map(entityRef => ({
        source: key.source,
        entityRef,
        record,
      })),
    );
    const written = await stores.records.replace(
      own.map(({ key }) => key),
      kind === 'deployment'
        ? await resolveDeploymentTiers(stores, rows, options)
        : rows,
      { now: options.now },
    );
    written.forEach(ref => changed.add(ref));
  }

  const reasons = new Map(
    folded.map(({ id }) => [id, mapped.get(id)?.reason ?? null]),
  );
  await stores.events.setReasons(
    folded.flatMap(({ id, entries: observed }) => {
      const reason = reasons.get(id)!;
      return observed
        .filter(entry => entry.reason !== reason)
        .map(({ entry }) => ({ entry, reason }));
    }),
  );
  await stores.recalculations.request(changed, { now: options.now });
  return reasons;
}
