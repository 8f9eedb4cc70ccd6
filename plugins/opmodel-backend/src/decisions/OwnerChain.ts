import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import type { OperatingModel } from './OperatingModel';

/** Finds who answers for an entity, and who above. */
export class OwnerChain {
  readonly #catalog: CatalogStore;

  constructor(options: { catalog: CatalogStore }) {
    this.#catalog = options.catalog;
  }

  /**
   * The levels of ownership of an entity: its owner, then the groups directly above, then those above them, each once. A group owns
   * itself. Where an entity has no owner that may be seen, that of its system or domain answers for it. Of a person, the groups that he is
   * in are above.
   *
   * @returns empty where nobody owns it
   */
  async read(
    entity: CatalogEntity,
    model: OperatingModel,
    visibility: Visibility,
  ): Promise<string[][]> {
    const owner = await this.#ownerOf(entity, model, visibility);
    const reached = new Set<string>();
    const levels: string[][] = [];
    let level = owner === undefined ? [] : [owner];
    while (level.length > 0) {
      levels.push(level);
      level.forEach(ref => reached.add(ref));
      const above = await this.#above(level, model, visibility);
      level = [...new Set(above)].filter(ref => !reached.has(ref)).sort();
    }
    return levels;
  }

  async #ownerOf(
    entity: CatalogEntity,
    model: OperatingModel,
    visibility: Visibility,
  ): Promise<string | undefined> {
    if (entity.kind === 'group' || entity.kind === 'user') {
      return entity.ref;
    }
    const owners = [entity, ...model.placesOf(entity)].flatMap(
      ({ ownerRef }) => ownerRef ?? [],
    );
    const existing = await this.#catalog.existingRefs(owners, visibility);
    return owners.find(ref => existing.has(ref));
  }

  async #above(
    level: readonly string[],
    model: OperatingModel,
    visibility: Visibility,
  ): Promise<string[]> {
    const people = level.filter(ref => ref.startsWith('user:'));
    const memberships =
      people.length === 0
        ? []
        : await this.#catalog.listRelations(
            { types: ['memberOf'], entityRefs: people },
            visibility,
          );
    return [
      ...memberships
        .map(({ targetRef }) => targetRef)
        .filter(ref => model.group(ref)),
      ...level.flatMap(ref => model.parentsOf(ref)),
    ];
  }
}
