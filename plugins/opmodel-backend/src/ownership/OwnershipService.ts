import { NotFoundError } from '@backstage/errors';
import {
  dayOf,
  type DayWindow,
  type OwnershipExplanation,
  type OwnershipGap,
  type OwnershipPage,
  type OwnershipReport,
  type OwnershipReviewState,
  type OwnershipSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../catalog/CatalogStore';
import {
  type ComponentFilter,
  type ComponentSelection,
  isFiltered,
} from '../catalog/ComponentSelection';
import { organisationScope } from '../catalog/scopesOf';
import type { Visibility } from '../catalog/Visibility';
import { decodeCursor, encodeCursor, type PositionShape } from '../lib/cursor';
import { toInstant } from '../lib/instants';
import {
  EntityOwnershipReader,
  type EntityOwnershipRequest,
  type EntityOwnershipSources,
  scopeOf,
} from './EntityOwnershipReader';
import { toGapDate } from './gapDates';
import type { OwnershipCaller } from './OwnershipCaller';
import type {
  OwnershipOrder,
  OwnershipPosition,
  OwnershipStateRow,
} from './OwnershipStore';
import type { CoverageScope } from './OwnershipSummaryReader';
import { readTitles } from './readEntityOwners';
import { reviewStateOf } from './reviewState';

/** Which entities are asked for. */
export interface OwnershipSelection {
  filter: ComponentFilter;
  /** Absent: whatever is to be owned. */
  kind?: string;
}

/** One page of the list. */
export interface OwnershipListPage extends OwnershipSelection {
  gap?: OwnershipGap;
  /** Only entities with a gap whose day has passed, or only those without. */
  overdue?: boolean;
  order: OwnershipOrder;
  descending: boolean;
  limit: number;
  cursor?: string;
}

/** Of what type the value of a position is. */
const positionTypes: Record<
  OwnershipOrder,
  PositionShape<OwnershipPosition>['value']
> = {
  name: ['string'],
  rung: ['int32'],
  tier: ['string', 'null'],
  due: ['string', 'null'],
  reviewed: ['number', 'null'],
};

/** By what a row is found again in a list of that order. */
const positions: Record<
  OwnershipOrder,
  (row: OwnershipStateRow) => OwnershipPosition['value']
> = {
  name: row => row.sortName,
  rung: row => row.reached,
  tier: row => row.tier,
  due: row => row.dueDay,
  reviewed: row => row.verifiedAt,
};

/** Answers who owns what and how well. */
export class OwnershipService {
  readonly #sources: EntityOwnershipSources;
  readonly #entities: EntityOwnershipReader;

  constructor(sources: EntityOwnershipSources) {
    this.#sources = sources;
    this.#entities = new EntityOwnershipReader(sources);
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async getReport(
    request: EntityOwnershipRequest,
    caller: OwnershipCaller,
  ): Promise<OwnershipReport> {
    const entity = await this.#requireEntity(request.entityRef, caller.reads);
    return this.#entities.read(entity, request, caller);
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async explainEntity(
    entityRef: string,
    visibility: Visibility,
  ): Promise<OwnershipExplanation> {
    const entity = await this.#requireEntity(entityRef, visibility);
    return this.#sources.summaries.explain(scopeOf(entity), {
      scopeRef: entity.ref,
      ownership: 'now',
      kinds: 'any',
      visibility,
    });
  }

  async getSummary(
    request: OwnershipSelection & { window: DayWindow },
    visibility: Visibility,
  ): Promise<OwnershipSummary> {
    return this.#sources.summaries.read(
      describeSelection(request),
      toSelection(request, visibility),
      request.window,
    );
  }

  async explainSummary(
    request: OwnershipSelection,
    visibility: Visibility,
  ): Promise<OwnershipExplanation> {
    return this.#sources.summaries.explain(
      describeSelection(request),
      toSelection(request, visibility),
    );
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    request: OwnershipListPage,
    visibility: Visibility,
  ): Promise<OwnershipPage> {
    const { store, catalog, zone, clock } = this.#sources;
    const { limit, cursor, order, ...asked } = request;
    const list = { order, ...asked };
    const now = clock();
    const today = dayOf(now, zone);
    const { overdue } = request;
    const { items, total } = await store.listRows(
      toSelection(request, visibility),
      {
        order,
        descending: request.descending,
        gap: request.gap,
        overdue:
          overdue === undefined ? undefined : { before: today, is: overdue },
        limit: limit + 1,
        after: decodeCursor<OwnershipPosition>(
          cursor,
          { value: positionTypes[order], entityRef: ['string'] },
          list,
        ),
      },
    );
    const page = items.slice(0, limit);
    const [dates, titles] = await Promise.all([
      store.listGapDates(
        page.map(({ entityRef }) => entityRef),
        visibility,
      ),
      readTitles(
        catalog,
        page.flatMap(({ ownerRef }) => ownerRef ?? []),
        visibility,
      ),
    ]);
    const last = page.at(-1);
    return {
      items: page.map(row => ({
        ref: row.entityRef,
        kind: row.kind,
        title: row.title ?? row.name,
        type: row.type,
        tier: row.tier,
        lifecycle: row.lifecycle,
        systemRef: row.systemRef,
        ownerRef: row.ownerRef,
        ownerTitle: (row.ownerRef && titles.get(row.ownerRef)) ?? null,
        reached: row.reached,
        rungs: 7,
        gaps: row.gaps,
        dueDay: row.dueDay,
        overdue: row.dueDay !== null && row.dueDay < today,
        gapDates: dates
          .filter(({ entityRef }) => entityRef === row.entityRef)
          .map(date => toGapDate(date, today)),
        reviewState: stateOfRow(row, now),
        verifiedAt: toInstant(row.verifiedAt),
      })),
      totalItems: total,
      nextCursor:
        last && items.length > limit
          ? encodeCursor(
              { value: positions[order](last), entityRef: last.entityRef },
              list,
            )
          : null,
    };
  }

  /** Of what is to be owned, as far as it is visible: what somebody owns whom the catalog has. */
  async countCoverage(
    visibility: Visibility,
  ): Promise<{ reporting: number; applicable: number }> {
    const counts = await this.#sources.store.countLadder(
      toSelection({ filter: {} }, visibility),
    );
    const sum = (least: number) =>
      counts
        .filter(({ reached }) => reached >= least)
        .reduce((total, { entities }) => total + entities, 0);
    return { reporting: sum(2), applicable: sum(0) };
  }

  async #requireEntity(
    ref: string,
    visibility: Visibility,
  ): Promise<CatalogEntity> {
    const entity = await this.#sources.catalog.getEntity(ref, visibility);
    if (!entity) {
      throw new NotFoundError(`No entity '${ref}' in the catalog`);
    }
    return entity;
  }
}

function toSelection(
  { filter, kind }: OwnershipSelection,
  visibility: Visibility,
): ComponentSelection {
  return {
    scopeRef: organisationScope,
    ownership: 'now',
    filter,
    kinds: kind === undefined ? 'any' : [kind],
    visibility,
  };
}

function describeSelection({
  filter,
  kind,
}: OwnershipSelection): CoverageScope {
  return isFiltered(filter) || kind !== undefined
    ? { ref: 'selection', kind: 'selection', title: 'Selection', rollUp: true }
    : {
        ref: 'org',
        kind: 'organisation',
        title: 'Organisation',
        rollUp: true,
      };
}

/** What nobody owns is nobody's to confirm. */
function stateOfRow(
  { ownerRef, verifiedAt, expiresAt }: OwnershipStateRow,
  now: number,
): OwnershipReviewState | null {
  return ownerRef === null
    ? null
    : reviewStateOf({ verifiedAt, expiresAt }, now);
}
