import { dayOf, type Decision } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { DecisionCaller } from '../DecisionCaller';
import { type NamedEntities, titleOf } from '../NamedEntities';
import type { DecisionRecord, DecisionStore } from './DecisionStore';

/** Describes decisions as somebody may see them. */
export class DecisionDescriber {
  readonly #options: {
    store: DecisionStore;
    catalog: CatalogStore;
    names: NamedEntities;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    store: DecisionStore;
    catalog: CatalogStore;
    names: NamedEntities;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * @param decisions - ones that the caller may see. What they say of others that he may not is left out
   */
  async describe(
    decisions: readonly DecisionRecord[],
    { person, reads, writes }: DecisionCaller,
  ): Promise<Decision[]> {
    const { store, names, zone, clock } = this.#options;
    const refs = new Set(decisions.flatMap(({ entityRefs }) => entityRefs));
    const [entities, writable, owners, visible] = await Promise.all([
      this.#readEntities(refs, reads),
      person === null ? new Map() : this.#readEntities(refs, writes),
      names.read(
        decisions.map(({ ownerRef }) => ownerRef),
        reads,
      ),
      store.visibleIds(
        decisions.flatMap(({ supersedes, supersededBy }) =>
          [supersedes, supersededBy].flatMap(id => id ?? []),
        ),
        reads,
      ),
    ]);
    const seenId = (id: string | null) =>
      id !== null && visible.has(id) ? id : null;
    const today = dayOf(clock(), zone);
    return decisions.map(decision => {
      const { entityRefs, createdAt, updatedAt, ...rest } = decision;
      const owner = owners.get(decision.ownerRef);
      return {
        ...rest,
        entities: entityRefs.flatMap(ref => entities.get(ref) ?? []),
        ownerRef: owner?.ref ?? null,
        ownerTitle: owner?.title ?? null,
        reviewOverdue: isOverdue(decision, today),
        supersedes: seenId(decision.supersedes),
        supersededBy: seenId(decision.supersededBy),
        createdAt: toInstant(createdAt),
        updatedAt: toInstant(updatedAt),
        versions: [],
        mayChange: entityRefs.every(ref => writable.has(ref)),
      };
    });
  }

  /** A decision with what it was before, as far as that was about what the caller may see. */
  async describeWithPast(
    decision: DecisionRecord,
    caller: DecisionCaller,
  ): Promise<Decision> {
    const past = await this.#options.store.listPast(decision.id);
    const [[described], seen] = await Promise.all([
      this.describe([decision], caller),
      this.#readEntities(
        new Set(past.flatMap(({ entityRefs }) => entityRefs)),
        caller.reads,
      ),
    ]);
    return {
      ...described,
      versions: past
        .filter(({ entityRefs }) => entityRefs.every(ref => seen.has(ref)))
        .map(({ entityRefs: _entityRefs, at, ...version }) => ({
          ...version,
          at: toInstant(at),
        })),
    };
  }

  async #readEntities(
    refs: ReadonlySet<string>,
    visibility: Visibility,
  ): Promise<Map<string, Decision['entities'][number]>> {
    const entities = await this.#options.catalog.getEntities(refs, visibility, {
      includeRemoved: true,
    });
    return new Map(entities.map(entity => [entity.ref, describe(entity)]));
  }
}

function describe(entity: CatalogEntity): Decision['entities'][number] {
  const { ref, ownerRef } = entity;
  return { ref, title: titleOf(entity), ownerRef: ownerRef ?? null };
}

/** Only what is in force has to be looked at again. */
function isOverdue(
  { status, reviewOn }: DecisionRecord,
  today: string,
): boolean {
  return status === 'accepted' && reviewOn !== null && reviewOn < today;
}
