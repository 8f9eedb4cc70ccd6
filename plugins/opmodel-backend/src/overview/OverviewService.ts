import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { Overview } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import { toInstant } from '../lib/instants';
import type { Subject } from '../subjects';
import type { OverviewStore } from './OverviewStore';

/** Answers what the portal knows, as far as the caller may see. */
export class OverviewService {
  readonly #store: OverviewStore;
  readonly #catalog: CatalogStore;
  readonly #visibility: VisibilityResolver;
  readonly #subjects: { id: string; subject?: Subject }[];

  /**
   * @param options - `subjects`: all of them; one that is switched off has only its id
   */
  constructor(options: {
    store: OverviewStore;
    catalog: CatalogStore;
    visibility: VisibilityResolver;
    subjects: { id: string; subject?: Subject }[];
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
    const countKind = (kind: string) =>
      this.#catalog.countScope({ scopeRef: 'org', kinds: [kind] }, visibility);
    const [components, systems, domains, groups, snapshot, records, subjects] =
      await Promise.all([
        countKind('component'),
        countKind('system'),
        countKind('domain'),
        countKind('group'),
        this.#catalog.snapshotState(),
        this.#store.countRecords(visibility),
        Promise.all(
          this.#subjects.map(async ({ id, subject }) => ({
            id,
            enabled: subject !== undefined,
            ...(subject
              ? await subject.countCoverage(
                  await this.#visibility.resolve(
                    credentials,
                    subject.readPermission,
                  ),
                )
              : { reporting: 0, applicable: 0 }),
          })),
        ),
      ]);
    const { latestRecordedAt, ...counts } = records;
    return {
      catalog: {
        components,
        systems,
        domains,
        groups,
        asOf: toInstant(snapshot.completedAt ?? null),
      },
      records: counts,
      subjects,
      dataAsOf: toInstant(latestRecordedAt),
    };
  }
}
