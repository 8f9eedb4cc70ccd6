import {
  OrganisationTree,
  type TreeGroup,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';

type Direction = 'above' | 'below';

/** Reads the groups around one group, as far as the caller may see them: a few statements, one a level. */
export class OrganisationReader {
  readonly #catalog: CatalogStore;

  constructor(catalog: CatalogStore) {
    this.#catalog = catalog;
  }

  /** From a group up to the head of the organisation, the group first; nothing where the group may not be seen. */
  async readChain(
    groupRef: string,
    visibility: Visibility,
  ): Promise<CatalogEntity[]> {
    const { groups, tree } = await this.#read(groupRef, 'above', visibility);
    return tree.chainOf(groupRef).flatMap(ref => groups.get(ref) ?? []);
  }

  /** Refs of a group and of the groups below it, each once; none where the group may not be seen. */
  async readBelow(groupRef: string, visibility: Visibility): Promise<string[]> {
    const { groups } = await this.#read(groupRef, 'below', visibility);
    return [...groups.keys()];
  }

  /** People who are directly in one of some groups, each once, as far as the caller may see them. */
  async countMembers(
    groupRefs: readonly string[],
    visibility: Visibility,
  ): Promise<number> {
    const members = await this.#catalog.listRelations(
      { types: ['memberOf'], targetRefs: groupRefs },
      visibility,
    );
    return new Set(
      members
        .map(({ entityRef }) => entityRef)
        .filter(ref => ref.startsWith('user:')),
    ).size;
  }

  async #read(
    start: string,
    direction: Direction,
    visibility: Visibility,
  ): Promise<{ groups: Map<string, CatalogEntity>; tree: OrganisationTree }> {
    const groups = new Map<string, CatalogEntity>();
    const parents = new Map<string, string[]>();
    let asked = [start];
    while (asked.length > 0) {
      const found = await this.#catalog.getEntities(asked, visibility);
      const seen = found.filter(({ kind }) => kind === 'group');
      seen.forEach(group => groups.set(group.ref, group));
      const refs = seen.map(({ ref }) => ref);
      const relations = await this.#catalog.listRelations(
        direction === 'above'
          ? { types: ['childOf'], entityRefs: refs }
          : { types: ['childOf'], targetRefs: refs },
        visibility,
      );
      for (const { entityRef, targetRef } of relations) {
        parents.set(entityRef, [...(parents.get(entityRef) ?? []), targetRef]);
      }
      const next = relations.map(({ entityRef, targetRef }) =>
        direction === 'above' ? targetRef : entityRef,
      );
      asked = [...new Set(next)].filter(ref => !groups.has(ref));
      if (seen.length === 0) {
        break;
      }
    }
    const nodes: TreeGroup[] = [...groups.keys()].map(ref => ({
      ref,
      parentRefs: parents.get(ref) ?? [],
    }));
    return { groups, tree: new OrganisationTree(nodes) };
  }
}
