import type { ComponentSelection } from './ComponentSelection';
import { FakeCatalogStore } from './FakeCatalogStore';
import type { KeptEntity } from './FakeSnapshotStore';
import type { Visibility } from './Visibility';
import { isVisible } from './visibleInMemory';

/** The snapshot in memory, as fake stores of subjects read it: by selections of components, also of what belonged to a scope once. */
export class FakeComponentCatalog extends FakeCatalogStore {
  /** The entities of a selection, with the days on which they belong to it: as owned now all days of those that do today. */
  select({
    scopeRef,
    ownership,
    kinds,
    filter,
    visibility,
  }: ComponentSelection): { kept: KeptEntity; spans: [string, string][] }[] {
    return [...this.kept.values()].flatMap(kept => {
      const { entity, scopes } = kept;
      const inScope = scopes.filter(({ ref }) => ref === scopeRef);
      const isSelected =
        this.sees(visibility, entity.ref) &&
        (kinds === 'any' || (kinds ?? ['component']).includes(entity.kind)) &&
        this.meetsFilter(kept, { filter, visibility });
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

  /** An entity that was ever seen by a scan. */
  find(ref: string | null): KeptEntity | undefined {
    return ref === null ? undefined : this.kept.get(ref);
  }

  sees(visibility: Visibility, ref: string): boolean {
    return isVisible(visibility, ref, this.kept.get(ref)?.properties);
  }

  /** Whether an entity counts today in one of these scopes, of those that may be seen. */
  countsIn(
    ref: string,
    scopeRefs: readonly string[],
    visibility: Visibility,
  ): boolean {
    return this.listOpenScopes(ref).some(
      scope => scopeRefs.includes(scope) && this.sees(visibility, scope),
    );
  }

  /** The scopes in which an entity counts today. */
  listOpenScopes(ref: string): string[] {
    return (this.kept.get(ref)?.scopes ?? []).flatMap(({ ref: scope, to }) =>
      to === undefined && scope !== undefined ? [scope] : [],
    );
  }

  /**
   * Whether an entity meets a filter.
   *
   * @param kept - undefined meets only a filter that asks for nothing
   */
  meetsFilter(
    kept: KeptEntity | undefined,
    {
      filter = {},
      visibility,
    }: Pick<ComponentSelection, 'filter' | 'visibility'>,
  ): boolean {
    const { ownerRefs, descendants, domainRef, systemRef, ...others } = filter;
    const { entityRefs, tier, type, lifecycle, text } = others;
    const entity = kept?.entity;
    const ref = entity?.ref ?? '';
    return (
      (entityRefs === undefined || entityRefs.includes(ref)) &&
      (tier === undefined || entity?.tier === tier) &&
      (type === undefined || entity?.type === type) &&
      (lifecycle === undefined || entity?.lifecycle === lifecycle) &&
      (systemRef === undefined || entity?.systemRef === systemRef) &&
      (domainRef === undefined ||
        this.countsIn(ref, [domainRef], visibility)) &&
      (ownerRefs === undefined ||
        ownerRefs.includes(entity?.ownerRef ?? '') ||
        (descendants === true && this.countsIn(ref, ownerRefs, visibility))) &&
      (!text || isCalled(kept, text))
    );
  }
}

/** Whether a text is part of the name or the title of an entity, in any case. */
export function isCalled(kept: KeptEntity | undefined, text: string): boolean {
  const part = text.toLocaleLowerCase('en-US');
  return [kept?.entity.name, kept?.entity.title].some(name =>
    name?.toLocaleLowerCase('en-US').includes(part),
  );
}
