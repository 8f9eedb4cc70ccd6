import { NotFoundError } from '@backstage/errors';
import { ownershipRungs } from '@opmodel/backstage-plugin-opmodel-common';
import { InteractionNetwork } from './InteractionNetwork';
import { MapForest } from './MapForest';
import { toChainLink, toContainerNode } from './mapNodes';
import type { Visibility } from '../../catalog/Visibility';
import type { MapRequest } from './mapRequests';
import { type MapPart, type MapReaderOptions, peopleOf } from './TreeMapReader';

/** Reads which teams work together, as their Team APIs say. */
export class InteractionMapReader {
  readonly #options: MapReaderOptions;

  constructor(options: MapReaderOptions) {
    this.#options = options;
  }

  /**
   * The teams of a root, or all, with those that they work with, as many steps away as the depth says.
   *
   * @param assessed - whether anything was assessed yet
   * @throws NotFoundError when the root or the focus is no group, or may not be seen
   */
  async read(
    { rootRef, focusRef, depth, limit }: MapRequest,
    visibility: Visibility,
    assessed: boolean,
  ): Promise<MapPart> {
    const { store, loads, definition, today } = this.#options;
    const [containers, holds, documents] = await Promise.all([
      store.listContainers('organisation', visibility),
      store.listHolds('organisation'),
      store.listGroupDocuments(visibility),
    ]);
    const teams = new Map(containers.map(team => [team.ref, team]));
    for (const ref of [rootRef, focusRef]) {
      if (ref !== undefined && !teams.has(ref)) {
        throw new NotFoundError(`Nothing called '${ref}' is on this map`);
      }
    }
    const forest = new MapForest(containers, holds);
    const network = new InteractionNetwork(teams, documents, today());
    const isStart = rootRef === undefined ? undefined : forest.below(rootRef);
    const part = new Set([
      ...(rootRef === undefined ? [] : [rootRef]),
      ...(focusRef === undefined ? [] : network.around([focusRef], 1)),
      ...network.around(
        network.teams.filter(ref => !isStart || isStart.has(ref)),
        isStart ? depth : 0,
      ),
    ]);
    const shown = [...part].slice(0, limit);
    const isShown = new Set(shown);
    const [scopes, carried] = await Promise.all([
      store.countScopes(shown, ownershipRungs.length, {
        definition,
        visibility,
      }),
      loads.read({
        groups: documents.filter(({ ref }) => isShown.has(ref)),
        people: peopleOf(shown, forest),
        interactions: network.declared,
        visibility,
        deliveries: null,
      }),
    ]);
    return {
      view: 'interactions',
      rootRef: rootRef ?? null,
      path:
        rootRef === undefined ? [] : forest.pathTo(rootRef).map(toChainLink),
      nodes: shown.map(ref => {
        const team = teams.get(ref)!;
        const partners = network.partnersOf(ref);
        return toContainerNode(
          { ...team, type: network.types.get(ref) ?? team.type },
          {
            parentRef: null,
            children: partners.size,
            more: [...partners].filter(other => !isShown.has(other)).length,
            count: scopes.get(ref),
            assessed,
            ladder: undefined,
            load: carried.get(ref) ?? null,
          },
        );
      }),
      edges: network.edges
        .filter(({ from, to }) => isShown.has(from) && isShown.has(to))
        .map(edge => ({ ...edge, kind: 'interaction' as const })),
      shown: shown.length,
      total: part.size,
    };
  }
}
