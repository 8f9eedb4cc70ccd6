import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { Overview } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import type {
  EntityPermission,
  VisibilityResolver,
} from '../catalog/VisibilityResolver';
import { toInstant } from '../lib/instants';
import type { Subject } from '../subjects';
import type {
  CountedRecord,
  OverviewStore,
  RecordCount,
} from './OverviewStore';

/** A subject as the home page sees it. */
export interface OverviewSubject {
  id: string;
  readPermission: EntityPermission;
  /** The records that its numbers are made of: who may not read the numbers may not learn how many there are. */
  records: readonly CountedRecord[];
  /** Absent when it is switched off. */
  subject?: Subject;
}

/** Answers what the portal knows, as far as the caller may see. */
export class OverviewService {
  readonly #store: OverviewStore;
  readonly #catalog: CatalogStore;
  readonly #visibility: VisibilityResolver;
  readonly #subjects: readonly OverviewSubject[];

  /**
   * @param options - `subjects`: all of them, also those that are switched off
   */
  constructor(options: {
    store: OverviewStore;
    catalog: CatalogStore;
    visibility: VisibilityResolver;
    subjects: readonly OverviewSubject[];
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#visibility = options.visibility;
    this.#subjects = options.subjects;
  }

  /**
   * @throws NotAllowedError when the caller may read nothing of the catalog
   */
  async describe(credentials: BackstageCredentials): Promise<Overview> {
    const visibility = await this.#visibility.resolve(
      credentials,
      catalogEntityReadPermission,
    );
    if (visibility.type === 'none') {
      throw new NotAllowedError('Reading the catalog is not allowed');
    }
    const readable = await Promise.all(
      this.#subjects.map(async subject => ({
        ...subject,
        visibility: await this.#visibility.resolve(
          credentials,
          subject.readPermission,
        ),
      })),
    );
    const countKind = (kind: string) =>
      this.#catalog.countScope({ scopeRef: 'org', kinds: [kind] }, visibility);
    // What no subject reads is known to whoever reads the catalog.
    const visibilityOf = (kind: CountedRecord) =>
      readable.find(({ records }) => records.includes(kind))?.visibility ??
      visibility;
    const count = (kind: CountedRecord) =>
      this.#count(kind, visibilityOf(kind));
    const [components, systems, domains, groups, snapshot] = await Promise.all([
      countKind('component'),
      countKind('system'),
      countKind('domain'),
      countKind('group'),
      this.#catalog.snapshotState(),
    ]);
    const [deployments, changes, incidents, workItems] = await Promise.all([
      count('deployments'),
      count('changes'),
      count('incidents'),
      count('workItems'),
    ]);
    const latest = [deployments, changes, incidents, workItems].flatMap(
      counted => counted?.latestRecordedAt ?? [],
    );
    return {
      catalog: {
        components,
        systems,
        domains,
        groups,
        asOf: toInstant(snapshot.completedAt ?? null),
      },
      records: {
        deployments: deployments?.count ?? null,
        changes: changes?.count ?? null,
        incidents: incidents?.count ?? null,
        workItems: workItems?.count ?? null,
      },
      subjects: await Promise.all(readable.map(describeSubject)),
      dataAsOf: toInstant(latest.length > 0 ? Math.max(...latest) : null),
    };
  }

  /** Null, and not zero, where the caller may not know. */
  async #count(
    kind: CountedRecord,
    visibility: Visibility,
  ): Promise<RecordCount | null> {
    return visibility.type === 'none'
      ? null
      : this.#store.countRecords(kind, visibility);
  }
}

async function describeSubject({
  id,
  subject,
  visibility,
}: OverviewSubject & { visibility: Visibility }): Promise<
  Overview['subjects'][number]
> {
  const coverage =
    subject && visibility.type !== 'none'
      ? await subject.countCoverage(visibility)
      : { reporting: null, applicable: null };
  return { id, enabled: subject !== undefined, ...coverage };
}
