import type {
  MapNode,
  MapSearchResult,
  OwnershipMap,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { revisionOfSnapshot } from '../../catalog/revisionOfSnapshot';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { RevisionMemory } from '../../lib/RevisionMemory';
import type { AssessmentStore } from '../AssessmentStore';
import { InteractionMapReader } from './InteractionMapReader';
import { MapForest } from './MapForest';
import { toChainLink } from './mapNodes';
import type { MapAccess, MapRequest } from './mapRequests';
import {
  type MapPart,
  type MapReaderOptions,
  TreeMapReader,
} from './TreeMapReader';

/**
 * Answers what the organisation looks like: who is where in it, and owns what.
 *
 * For those who see everything the parts of the map are remembered until the snapshot or an assessment changes. Deliveries come in
 * between scans, so they are counted each time.
 */
export class OwnershipMapService {
  readonly #options: MapReaderOptions & {
    catalog: Pick<CatalogStore, 'snapshotState'>;
    assessments: Pick<AssessmentStore, 'progress'>;
  };
  readonly #memory = new RevisionMemory();
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
    const assessed = progress.assessedAt !== null;
    const read = () => this.#readPart(request, access.visibility, assessed);
    const part =
      access.visibility.type === 'all'
        ? await this.#memory.recall(
            // Which collaborations are overdue depends on the day.
            JSON.stringify([request, assessed, this.#options.today()]),
            () => this.#readRevision(),
            read,
          )
        : await read();
    return {
      ...part,
      nodes: await this.#addDeliveries(part.nodes, access),
      freshness: {
        snapshotAt: toInstant(snapshot.completedAt ?? null),
        assessedAt: toInstant(progress.assessedAt),
      },
    };
  }

  /** What parts of the map are made of, as a text that never comes back once it has changed. */
  async #readRevision(): Promise<string> {
    const { catalog, assessments } = this.#options;
    const [snapshot, { revision }] = await Promise.all([
      catalog.snapshotState(),
      assessments.progress(),
    ]);
    return `${revisionOfSnapshot(snapshot)}/${revision}`;
  }

  #readPart(
    request: MapRequest,
    visibility: Visibility,
    assessed: boolean,
  ): Promise<MapPart> {
    const { view } = request;
    return view === 'interactions'
      ? this.#interactions.read(request, visibility, assessed)
      : this.#trees.read({ ...request, view }, visibility, assessed);
  }

  async #addDeliveries(
    nodes: readonly MapNode[],
    access: MapAccess,
  ): Promise<MapNode[]> {
    const delivered = await this.#options.loads.readDeliveries(
      nodes.filter(({ load }) => load !== null).map(({ ref }) => ref),
      access,
    );
    return nodes.map(node =>
      node.load === null
        ? node
        : { ...node, load: { ...node.load, ...delivered(node.ref) } },
    );
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
