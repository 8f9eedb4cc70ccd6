import { InputError, NotAllowedError } from '@backstage/errors';
import { opmodelDecisionWritePermission } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import type { DecisionCaller } from '../DecisionCaller';
import type {
  DecisionRecord,
  DecisionStore,
  DecisionText,
} from './DecisionStore';
import { planSupersession } from './supersession';

/** Holds changes of the decision log to what exists, to what the caller may write about, and to how decisions follow each other. */
export class DecisionChecks {
  readonly #store: DecisionStore;
  readonly #catalog: CatalogStore;

  constructor(options: { store: DecisionStore; catalog: CatalogStore }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
  }

  /**
   * The other decisions that change with a decision, of the version in which they are to be kept.
   *
   * @throws InputError, NotAllowedError or ConflictError when it cannot supersede what it says
   */
  async planOthers(
    before: DecisionRecord | undefined,
    after: DecisionRecord,
    caller: DecisionCaller,
  ): Promise<DecisionRecord[]> {
    const [former, target] = await Promise.all([
      this.#readSuperseded(before?.supersedes),
      this.#readTarget(before, after, caller),
    ]);
    const others = planSupersession({ before, after, former, target });
    await this.#requireOthersWritable(others, caller);
    return others;
  }

  /** Everything that was not there before has to be in the catalog; what was may be gone since. */
  async requireExisting(
    before: DecisionRecord | undefined,
    { entityRefs, ownerRef }: DecisionRecord,
    { reads }: DecisionCaller,
  ): Promise<void> {
    const known = new Set([...(before?.entityRefs ?? []), before?.ownerRef]);
    const existing = await this.#catalog.existingRefs(
      [...entityRefs, ownerRef],
      reads,
    );
    const missing = entityRefs.find(
      ref => !existing.has(ref) && !known.has(ref),
    );
    if (missing !== undefined) {
      throw new InputError(
        `'entityRefs' must be in the catalog, and '${missing}' is not`,
      );
    }
    const mayOwn = /^(group|user):/.test(ownerRef);
    if (!mayOwn || (!existing.has(ownerRef) && !known.has(ownerRef))) {
      throw new InputError(
        `'ownerRef' must be a group or user of the catalog, got '${ownerRef}'`,
      );
    }
  }

  async requireWritable(
    entityRefs: readonly string[],
    { writes }: DecisionCaller,
  ): Promise<void> {
    const writable = await this.#catalog.getEntities(entityRefs, writes, {
      includeRemoved: true,
    });
    if (writable.length < entityRefs.length) {
      const refs = new Set(writable.map(({ ref }) => ref));
      throw new NotAllowedError(
        `This takes the permission ${
          opmodelDecisionWritePermission.name
        } for all entities that the decision is about, also for '${entityRefs.find(
          ref => !refs.has(ref),
        )}'`,
      );
    }
  }

  /** Of what else changes with a decision nothing is named: the caller need not see it. */
  async #requireOthersWritable(
    others: readonly DecisionRecord[],
    { writes }: DecisionCaller,
  ): Promise<void> {
    const refs = new Set(others.flatMap(({ entityRefs }) => entityRefs));
    const writable = await this.#catalog.getEntities(refs, writes, {
      includeRemoved: true,
    });
    if (writable.length < refs.size) {
      throw new NotAllowedError(
        `This takes the permission ${opmodelDecisionWritePermission.name} for all entities that the superseded decision is about`,
      );
    }
  }

  /** Somebody who may not see what a decision supersedes leaves it as it is. */
  async supersededBy(
    { supersedes }: DecisionRecord,
    text: DecisionText,
    { reads }: DecisionCaller,
  ): Promise<string | null> {
    if (
      supersedes === null ||
      (await this.#store.visibleIds([supersedes], reads)).has(supersedes)
    ) {
      return text.supersedes;
    }
    if (text.supersedes !== null) {
      throw new NotAllowedError(
        `'supersedes' can only be changed by somebody who sees what it says now`,
      );
    }
    return supersedes;
  }

  async #readSuperseded(
    id: string | null | undefined,
  ): Promise<DecisionRecord | undefined> {
    return id ? this.#store.get(id, seesAll) : undefined;
  }

  async #readTarget(
    before: DecisionRecord | undefined,
    { id, supersedes }: DecisionRecord,
    { reads }: DecisionCaller,
  ): Promise<DecisionRecord | undefined> {
    if (supersedes === null || supersedes === before?.supersedes) {
      return this.#readSuperseded(supersedes);
    }
    const target = await this.#store.get(supersedes, reads);
    if (!target) {
      throw new InputError(
        `'supersedes' must be the id of a decision, got '${supersedes}'`,
      );
    }
    const passed = new Set<string>();
    for (
      let earlier: DecisionRecord | undefined = target;
      earlier && !passed.has(earlier.id);
      earlier = await this.#readSuperseded(earlier.supersedes)
    ) {
      passed.add(earlier.id);
    }
    if (passed.has(id)) {
      throw new InputError(
        `'supersedes' must not lead back to the decision itself`,
      );
    }
    return target;
  }
}
