import {
  type DoraFleetPage,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import { decodeCursor, encodeCursor, type PositionShape } from '../lib/cursor';
import type { DefinitionReads } from './DefinitionReads';
import type { FleetRequest } from './doraRequests';
import type {
  MemberOrder,
  MemberPageRequest,
  MemberPosition,
  MemberRow,
} from './doraMembers';
import type { DoraSelection, DoraStore } from './DoraStore';
import { type MemberNumbers, readMembers } from './members';
import type { ScopeMemory } from './ScopeMemory';

/** A page of the fleet without what is counted apart from the rows of a calculation. */
export type FleetNumbers = Omit<DoraFleetPage, 'items'> & {
  items: MemberNumbers[];
};

/** By what a row stands where it stands. */
const positionOf: Record<
  MemberOrder,
  (row: MemberRow) => string | number | null
> = {
  name: row => row.sortName,
  leadTime: row => row.leadTimeBin,
  deployments: row => row.deployments,
  lastDeployment: row => row.lastDeploymentAt,
  changeFailRate: row => row.failuresPerMillion,
  recovery: row => row.recoveryBin,
};

/** Of what type that is. Bins and counts of one component are small, instants and shares in millionths are not. */
const VALUE_TYPES: Record<MemberOrder, PositionShape<MemberPosition>['value']> =
  {
    name: ['string'],
    leadTime: ['int32', 'null'],
    deployments: ['int32', 'null'],
    lastDeployment: ['number', 'null'],
    changeFailRate: ['number', 'null'],
    recovery: ['int32', 'null'],
  };

/** Reads pages of the fleet. */
export class FleetReader {
  readonly #store: DoraStore;
  readonly #memory: ScopeMemory;
  readonly #zone: string;

  constructor(options: {
    store: DoraStore;
    memory: ScopeMemory;
    zone: string;
  }) {
    this.#store = options.store;
    this.#memory = options.memory;
    this.#zone = options.zone;
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  read(
    reads: DefinitionReads,
    request: FleetRequest,
    visibility: Visibility,
  ): Promise<FleetNumbers> {
    const selection: DoraSelection = {
      scopeRef: 'org',
      ownership: 'now',
      filter: request.filter,
      visibility,
    };
    const { calculation } = reads.definition;
    return this.#memory.recall(
      { kind: 'fleet', calculation, asked: request },
      selection,
      () => this.#read(reads, request, selection),
    );
  }

  async #read(
    { definition, rankings }: DefinitionReads,
    request: FleetRequest,
    selection: DoraSelection,
  ): Promise<FleetNumbers> {
    const { window, order, descending, filter, state } = request;
    const profile = definition.profile.id;
    const list = { order, descending, filter, state, profile };
    const { items, rows, total } = await readMembers(
      this.#store,
      definition,
      selection,
      window,
      {
        order,
        descending,
        limit: request.limit + 1,
        after: decodeCursor<MemberPosition>(
          request.cursor,
          {
            value: VALUE_TYPES[order],
            entityRef: ['string'],
          },
          list,
        ),
        deployments: deploymentsIn(
          state,
          definition.profile.minimumDeployments,
        ),
        ranking: order === 'leadTime' ? await rankings.rank(window) : undefined,
      },
    );
    const last = rows.at(request.limit - 1);
    return {
      items: items.slice(0, request.limit),
      totalItems: total,
      nextCursor:
        last && rows.length > request.limit
          ? encodeCursor(
              { value: positionOf[order](last), entityRef: last.entityRef },
              list,
            )
          : null,
      window: { ...window, zone: this.#zone },
      weeks: weeksBetween(window.from, window.to, definition.profile.weekStart),
    };
  }
}

function deploymentsIn(
  state: FleetRequest['state'],
  minimum: number,
): MemberPageRequest['deployments'] {
  switch (state) {
    case 'ok':
      return { known: true, minimum };
    case 'thin':
      return { known: true, maximum: minimum - 1 };
    case 'no_data':
      return { known: false };
    default:
      return undefined;
  }
}
