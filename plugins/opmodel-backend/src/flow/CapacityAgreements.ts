import type { CapacityAgreement } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import { organisationScope } from '../catalog/scopesOf';
import type { Visibility } from '../catalog/Visibility';

/** Groups above each other that are looked through; deeper ones agree on nothing of their own. */
const MAXIMUM_ANCESTORS = 50;

/**
 * Finds what was agreed for a scope: by itself, or else by the nearest scope above it. Above a component is its system, then its
 * owner and the groups above; above everything is the organisation.
 *
 * Only scopes that the caller may see are looked at, because an agreement names its scope.
 */
export class CapacityAgreements {
  readonly #catalog: Pick<CatalogStore, 'getEntity'>;
  readonly #byScope = new Map<string, CapacityAgreement[]>();

  constructor(options: {
    catalog: Pick<CatalogStore, 'getEntity'>;
    agreements: readonly CapacityAgreement[];
  }) {
    this.#catalog = options.catalog;
    for (const agreement of options.agreements) {
      const known = this.#byScope.get(agreement.scopeRef) ?? [];
      this.#byScope.set(agreement.scopeRef, [...known, agreement]);
    }
  }

  /**
   * The agreements of the nearest scope that had agreed on something by a day.
   *
   * @returns empty where none had
   */
  async find(
    scopeRef: string,
    day: string,
    visibility: Visibility,
  ): Promise<readonly CapacityAgreement[]> {
    if (this.#byScope.size === 0) {
      return [];
    }
    for await (const ref of this.#upwards(scopeRef, visibility)) {
      const agreements = this.#byScope.get(ref) ?? [];
      if (agreements.some(({ from }) => from <= day)) {
        return agreements;
      }
    }
    return [];
  }

  async *#upwards(
    scopeRef: string,
    visibility: Visibility,
  ): AsyncGenerator<string> {
    const entity =
      scopeRef === organisationScope
        ? undefined
        : await this.#catalog.getEntity(scopeRef, visibility);
    if (entity) {
      yield entity.ref;
      yield* this.#above(entity, visibility);
    }
    yield organisationScope;
  }

  async *#above(
    entity: CatalogEntity,
    visibility: Visibility,
  ): AsyncGenerator<string> {
    const isGroup = entity.kind === 'group';
    if (!isGroup && entity.systemRef) {
      const system = await this.#catalog.getEntity(
        entity.systemRef,
        visibility,
      );
      if (system) {
        yield system.ref;
      }
    }
    const passed = new Set([entity.ref]);
    let above = isGroup ? entity.parentRef : entity.ownerRef;
    while (
      above !== undefined &&
      !passed.has(above) &&
      passed.size < MAXIMUM_ANCESTORS
    ) {
      passed.add(above);
      const group: CatalogEntity | undefined = await this.#catalog.getEntity(
        above,
        visibility,
      );
      if (group?.kind !== 'group') {
        return;
      }
      yield group.ref;
      above = group.parentRef;
    }
  }
}
