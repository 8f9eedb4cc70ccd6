import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import { compareRows, type CountedRow } from './heatMapRow';
import type {
  ScorecardReadStore,
  ScorecardSelection,
} from './ScorecardReadStore';

/** What {@link HeatMapGroups} works with. */
interface HeatMapGroupsOptions {
  reads: Pick<ScorecardReadStore, 'listStates' | 'listStatesBy'>;
  catalog: Pick<CatalogStore, 'getEntities' | 'listRelations' | 'listScope'>;
}

/** Finds the rows of a heat map by group. */
export class HeatMapGroups {
  readonly #options: HeatMapGroupsOptions;

  constructor(options: HeatMapGroupsOptions) {
    this.#options = options;
  }

  /**
   * The groups directly below the one that is asked for, each with all that is below it, and what that one owns itself. Without one: the
   * groups that have none above. With several: these. What is in none of them is the row without a name, so that nothing is missing.
   */
  async read(
    scorecardRef: string,
    selection: ScorecardSelection,
  ): Promise<CountedRow[]> {
    const { reads, catalog } = this.#options;
    const { visibility, filter } = selection;
    const owners = filter?.ownerRefs ?? [];
    const only =
      owners.length === 1
        ? (await catalog.getEntities(owners, visibility))[0]
        : undefined;
    const groups = await this.#listGroups(owners, only, visibility);
    const scopeRefs = groups.map(({ ref }) => ref);
    const [states, own, rest] = await Promise.all([
      reads.listStatesBy(selection, scorecardRef, { by: 'scope', scopeRefs }),
      only
        ? reads.listStates(
            { ...selection, filter: { ...filter, descendants: false } },
            [scorecardRef],
          )
        : [],
      reads.listStatesBy(selection, scorecardRef, {
        by: 'rest',
        scopeRefs,
        ownerRefs: only ? [only.ref] : [],
      }),
    ]);
    return [
      ...groups
        .map(group => ({
          ...nameOf(group),
          isOwnOnly: false,
          groups: states.filter(({ key }) => key === group.ref),
        }))
        .sort(compareRows),
      ...(only ? [{ ...nameOf(only), isOwnOnly: true, groups: own }] : []),
      { ref: null, title: '', isOwnOnly: false, groups: rest },
    ];
  }

  async #listGroups(
    owners: readonly string[],
    only: CatalogEntity | undefined,
    visibility: Visibility,
  ): Promise<CatalogEntity[]> {
    const { catalog } = this.#options;
    if (owners.length > 1) {
      return catalog.getEntities(owners, visibility);
    }
    if (owners.length === 0) {
      return this.#listRoots(visibility);
    }
    // Only who may see a group learns which others it has below it.
    const below = only
      ? await catalog.listRelations(
          { types: ['childOf'], targetRefs: [only.ref] },
          visibility,
        )
      : [];
    return catalog.getEntities(
      below.map(({ entityRef }) => entityRef),
      visibility,
    );
  }

  /** Groups with none above them that may be seen: one below a hidden group stands where it would if that did not exist. */
  async #listRoots(visibility: Visibility): Promise<CatalogEntity[]> {
    const { catalog } = this.#options;
    const relations = await catalog.listRelations(
      { types: ['childOf'] },
      visibility,
    );
    const groups: CatalogEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await catalog.listScope(
        { scopeRef: organisationScope, kinds: ['group'] },
        visibility,
        { limit: 1_000, cursor },
      );
      groups.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    const seen = new Set(groups.map(({ ref }) => ref));
    const below = new Set(
      relations.flatMap(({ entityRef, targetRef }) =>
        seen.has(targetRef) ? [entityRef] : [],
      ),
    );
    return groups.filter(({ ref }) => !below.has(ref));
  }
}

function nameOf({ ref, title, name }: CatalogEntity): {
  ref: string;
  title: string;
} {
  return { ref, title: title ?? name };
}
