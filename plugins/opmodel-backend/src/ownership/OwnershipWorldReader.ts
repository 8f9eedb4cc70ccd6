import type { OwnershipDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  CatalogEntity,
  CatalogStore,
  ScopeFilter,
} from '../catalog/CatalogStore';
import { organisationScope } from '../catalog/scopesOf';
import { seesAll } from '../catalog/Visibility';
import type { EscalationSources } from '../decisions/EscalationSources';
import type { AssessmentStore } from './AssessmentStore';
import { OwnershipWorld } from './OwnershipWorld';

/** Entities that one read brings. */
const PAGE = 1_000;

/** Reads what ladders follow from. It is the engine's own work and sees everything. */
export class OwnershipWorldReader {
  readonly #options: {
    catalog: CatalogStore;
    store: Pick<AssessmentStore, 'listConfirmations'>;
    definition: OwnershipDefinition;
    escalations?: EscalationSources;
  };

  constructor(options: {
    catalog: CatalogStore;
    store: Pick<AssessmentStore, 'listConfirmations'>;
    definition: OwnershipDefinition;
    /** Absent: only annotations and contacts tell. */
    escalations?: EscalationSources;
  }) {
    this.#options = options;
  }

  /**
   * @param refs - the entities that are to be assessed; absent: everything that is to be owned. Those that need no owner are left out
   */
  async read(refs?: readonly string[]): Promise<OwnershipWorld> {
    const { catalog, store, escalations } = this.#options;
    const [entities, groups, childOf, memberOf, confirmations, findEscalation] =
      await Promise.all([
        this.#readEntities(refs),
        this.#readScope({ kinds: ['group'] }),
        catalog.listRelations({ types: ['childOf'] }, seesAll),
        catalog.listRelations({ types: ['memberOf'] }, seesAll),
        store.listConfirmations(refs),
        escalations?.load(),
      ]);
    const owners = entities.flatMap(({ ownerRef }) =>
      ownerRef?.startsWith('user:') ? ownerRef : [],
    );
    return new OwnershipWorld({
      entities,
      groups,
      parents: targetsOf(
        childOf.map(({ entityRef, targetRef }) => [entityRef, targetRef]),
      ),
      members: targetsOf(
        memberOf
          .filter(({ entityRef }) => entityRef.startsWith('user:'))
          .map(({ entityRef, targetRef }) => [targetRef, entityRef]),
      ),
      people: await catalog.existingRefs(new Set(owners), seesAll),
      confirmations,
      findEscalation,
    });
  }

  /** Whether an entity is to be owned at all. */
  isOwned(entity: Pick<CatalogEntity, 'kind' | 'lifecycle'>): boolean {
    const { kinds, excludedLifecycles } = this.#options.definition;
    return (
      kinds.includes(entity.kind) &&
      !excludedLifecycles.includes(
        entity.lifecycle?.toLocaleLowerCase('en-US') ?? '',
      )
    );
  }

  async #readEntities(refs?: readonly string[]): Promise<CatalogEntity[]> {
    const { catalog, definition } = this.#options;
    const entities = refs
      ? await catalog.getEntities(refs, seesAll)
      : await this.#readScope({ kinds: [...definition.kinds] });
    return entities.filter(entity => this.isOwned(entity));
  }

  async #readScope(
    filter: Omit<ScopeFilter, 'scopeRef'>,
  ): Promise<CatalogEntity[]> {
    const entities: CatalogEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#options.catalog.listScope(
        { scopeRef: organisationScope, ...filter },
        seesAll,
        { limit: PAGE, cursor },
      );
      entities.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return entities;
  }
}

function targetsOf(
  pairs: readonly (readonly [from: string, to: string])[],
): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const known = targets.get(from);
    if (known) {
      known.push(to);
    } else {
      targets.set(from, [to]);
    }
  }
  return targets;
}
