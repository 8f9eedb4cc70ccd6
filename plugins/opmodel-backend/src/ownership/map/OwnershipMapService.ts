import type {
  MapSearchResult,
  OwnershipMap,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { AssessmentStore } from '../AssessmentStore';
import { InteractionMapReader } from './InteractionMapReader';
import { MapForest } from './MapForest';
import { toChainLink } from './mapNodes';
import type { MapAccess, MapRequest } from './mapRequests';
import { type MapReaderOptions, TreeMapReader } from './TreeMapReader';

/** Answers what the organisation looks like: who is where in it, and owns what. */
export class OwnershipMapService {
  readonly #options: MapReaderOptions & {
    catalog: Pick<CatalogStore, 'snapshotState'>;
    assessments: Pick<AssessmentStore, 'progress'>;
  };
  readonly #trees: TreeMapReader;
  readonly #interactions: InteractionMapReader;

  constructor(
    options: MapReaderOptions & {
      catalog: Pick<CatalogStore, 'snapshotState'>;
      assessments: Pick<AssessmentStore, 'progress'>;
    },
  ) {
    this.#options = options;
    this.#trees = new TreeMapReader(options);
    this.#interactions = new InteractionMapReader(options);
  }

  /**
   * A part of the map, no larger than was asked for: what is left out is counted.
   *
   * @throws NotFoundError when the root or the focus is not on the map, or may not be seen
   * @throws InputError when the focus is not below the root
   */
  async getMap(request: MapRequest, access: MapAccess): Promise<OwnershipMap> {
    const { catalog, assessments } = this.#options;
    const [snapshot, progress] = await Promise.all([
      catalog.snapshotState(),
      assessments.progress(),
    ]);
    const { view } = request;
    const assessed = progress.assessedAt !== null;
    const part =
      view === 'interactions'
        ? await this.#interactions.read(request, access, assessed)
        : await this.#trees.read({ ...request, view }, access, assessed);
    return {
      ...part,
      freshness: {
        snapshotAt: toInstant(snapshot.completedAt ?? null),
        assessedAt: toInstant(progress.assessedAt),
      },
    };
  }

  /** Where on the map something is whose name or title holds a text. */
  async search(
    { text, limit }: { text: string; limit: number },
    visibility: Visibility,
  ): Promise<MapSearchResult> {
    const { store, definition } = this.#options;
    const [found, containers, holds] = await Promise.all([
      store.search(text, { limit, definition, visibility }),
      store.listContainers('organisation', visibility),
      store.listHolds('organisation'),
    ]);
    const forest = new MapForest(containers, holds);
    return {
      items: found.items.map(({ ref, kind, title, ownerRefs }) => {
        const [above] = forest.get(ref)
          ? forest.parentsOf(ref)
          : forest.placesUnder(ownerRefs);
        return {
          ref,
          kind,
          title,
          path: above ? forest.pathTo(above).map(toChainLink) : [],
        };
      }),
      totalItems: found.total,
    };
  }
}
