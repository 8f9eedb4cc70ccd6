import type { ComponentSelection } from '../catalog/ComponentSelection';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import type { KeptEntity } from '../catalog/FakeSnapshotStore';
import { isVisible } from '../catalog/visibleInMemory';

/** The snapshot in memory, as the fake store of ownership reads it: also what belonged to a scope once. */
export class FakeOwnershipCatalog extends FakeCatalogStore {
  /** The entities of a selection, with the days on which they belong to it: as owned now all days of those that do today. */
  select({
    scopeRef,
    ownership,
    kinds,
    filter = {},
    visibility,
  }: ComponentSelection): { kept: KeptEntity; spans: [string, string][] }[] {
    return [...this.kept.values()].flatMap(kept => {
      const { entity, properties, scopes } = kept;
      const inScope = scopes.filter(({ ref }) => ref === scopeRef);
      const isOpenIn = (refs: readonly string[]) =>
        scopes.some(
          ({ ref, to }) =>
            to === undefined &&
            refs.includes(ref ?? '') &&
            this.#sees(visibility, ref),
        );
      const { ownerRefs, descendants, domainRef, systemRef, tier, type, text } =
        filter;
      const isSelected =
        isVisible(visibility, entity.ref, properties) &&
        (kinds === 'any' || (kinds ?? ['component']).includes(entity.kind)) &&
        (tier === undefined || entity.tier === tier) &&
        (type === undefined || entity.type === type) &&
        (systemRef === undefined || entity.systemRef === systemRef) &&
        (domainRef === undefined || isOpenIn([domainRef])) &&
        (ownerRefs === undefined ||
          ownerRefs.includes(entity.ownerRef ?? '') ||
          (descendants === true && isOpenIn(ownerRefs))) &&
        (text === undefined ||
          (entity.title ?? entity.name)
            .toLowerCase()
            .includes(text.toLowerCase()));
      const spans = inScope.map(
        ({ from, to = '9999-12-31' }): [string, string] => [from, to],
      );
      if (ownership === 'now') {
        const isMember = inScope.some(({ to }) => to === undefined);
        return isSelected && isMember
          ? [{ kept, spans: [['0000-01-01', '9999-12-31']] }]
          : [];
      }
      return isSelected && spans.length > 0 ? [{ kept, spans }] : [];
    });
  }

  #sees(
    visibility: ComponentSelection['visibility'],
    ref: string | undefined,
  ): boolean {
    return isVisible(
      visibility,
      ref ?? '',
      this.kept.get(ref ?? '')?.properties,
    );
  }
}
