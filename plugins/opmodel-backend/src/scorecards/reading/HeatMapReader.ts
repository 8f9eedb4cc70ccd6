import {
  type HeatMapRow,
  type ScorecardHeatMap,
  shareOfTally,
  type VerdictTally,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import {
  countLevels,
  describeColumn,
  describeScorecard,
} from './describeScorecard';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type { ScorecardMemory } from './ScorecardMemory';
import type {
  ScorecardReadStore,
  ScorecardSelection,
  StateGroup,
} from './ScorecardReadStore';
import { countStates } from './ScorecardTotalsReader';
import { summarizeTally } from './summarizeTally';

/** What a row of a heat map is. */
export type HeatMapBy = 'group' | 'owner' | 'system' | 'domain' | 'tier';

/** What {@link HeatMapReader} works with. */
interface HeatMapReaderOptions {
  reads: Pick<ScorecardReadStore, 'listStates' | 'listStatesBy'>;
  catalog: Pick<
    CatalogStore,
    'getEntities' | 'listChildren' | 'listRelations' | 'listScope'
  >;
  directory: ScorecardDirectory;
  memory: ScorecardMemory;
}

/** A row before its cells are counted. */
interface CountedRow {
  ref: string | null;
  title: string;
  isOwnOnly: boolean;
  groups: readonly StateGroup[];
}

/** Lays teams, systems or tiers beside the checks of a scorecard. */
export class HeatMapReader {
  readonly #options: HeatMapReaderOptions;

  constructor(options: HeatMapReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the scorecard does not exist or may not be seen
   */
  async read(
    { scorecardRef, by }: { scorecardRef: string; by: HeatMapBy },
    selection: ScorecardSelection,
  ): Promise<ScorecardHeatMap> {
    const { directory, memory } = this.#options;
    const scorecard = await directory.find(scorecardRef, selection.visibility);
    return memory.recall({ heatMap: by }, selection, [scorecard], () =>
      this.#read(scorecard, by, selection),
    );
  }

  async #read(
    scorecard: StoredScorecard,
    by: HeatMapBy,
    selection: ScorecardSelection,
  ): Promise<ScorecardHeatMap> {
    const { reads, directory } = this.#options;
    const { definition } = scorecard;
    const [total, rows, nameOwner] = await Promise.all([
      reads.listStates(selection, [definition.ref]),
      by === 'group'
        ? this.#readGroups(definition.ref, selection)
        : this.#readBy(definition.ref, by, selection),
      directory.nameOwners([definition.owner], selection.visibility),
    ]);
    return {
      scorecard: describeScorecard(scorecard, nameOwner),
      checks: definition.checks.map(describeColumn),
      rows: rows
        .filter(({ groups }) => groups.length > 0)
        .map(row => describeRow(scorecard, row)),
      total: describeRow(scorecard, {
        ref: null,
        title: '',
        isOwnOnly: false,
        groups: total,
      }),
    };
  }

  /** What is hidden is named as what is missing is: not at all. */
  async #readBy(
    scorecardRef: string,
    by: Exclude<HeatMapBy, 'group'>,
    selection: ScorecardSelection,
  ): Promise<CountedRow[]> {
    const { reads } = this.#options;
    const groups = await reads.listStatesBy(selection, scorecardRef, { by });
    const keys = [...new Set(groups.map(({ key }) => key))];
    const titles =
      by === 'tier'
        ? new Map(keys.flatMap(key => (key === null ? [] : [[key, key]])))
        : await this.#readTitles(keys, selection);
    const named = (key: string | null) =>
      key !== null && titles.has(key) ? key : null;
    return [...new Set(keys.map(named))]
      .map(ref => ({
        ref,
        title: ref === null ? '' : titles.get(ref)!,
        isOwnOnly: false,
        groups: groups.filter(({ key }) => named(key) === ref),
      }))
      .sort(compareRows);
  }

  /**
   * The groups directly below the one that is asked for, each with all that is below it, and what that one owns itself. Without one: the
   * groups that have none above. With several: these.
   */
  async #readGroups(
    scorecardRef: string,
    selection: ScorecardSelection,
  ): Promise<CountedRow[]> {
    const { reads } = this.#options;
    const { visibility, filter } = selection;
    const owners = filter?.ownerRefs ?? [];
    const [only] = owners.length === 1 ? owners : [];
    const children = await this.#listGroups(owners, visibility);
    const [groups, own] = await Promise.all([
      reads.listStatesBy(selection, scorecardRef, {
        by: 'scope',
        scopeRefs: children.map(({ ref }) => ref),
      }),
      only === undefined
        ? []
        : reads.listStates(
            { ...selection, filter: { ...filter, descendants: false } },
            [scorecardRef],
          ),
    ]);
    const titles =
      only === undefined
        ? new Map<string, string>()
        : await this.#readTitles([only], selection);
    return [
      ...children
        .map(({ ref, title, name }) => ({
          ref,
          title: title ?? name,
          isOwnOnly: false,
          groups: groups.filter(({ key }) => key === ref),
        }))
        .sort(compareRows),
      ...(only !== undefined && titles.has(only)
        ? [
            {
              ref: only,
              title: titles.get(only)!,
              isOwnOnly: true,
              groups: own,
            },
          ]
        : []),
    ];
  }

  async #listGroups(
    owners: readonly string[],
    visibility: Visibility,
  ): Promise<CatalogEntity[]> {
    const { catalog } = this.#options;
    if (owners.length > 1) {
      return catalog.getEntities(owners, visibility);
    }
    const [only] = owners;
    return only === undefined
      ? this.#listRoots(visibility)
      : (await catalog.listChildren(only, visibility)).filter(isGroup);
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

  async #readTitles(
    refs: readonly (string | null)[],
    { visibility }: ScorecardSelection,
  ): Promise<Map<string, string>> {
    const found = await this.#options.catalog.getEntities(
      refs.flatMap(ref => ref ?? []),
      visibility,
    );
    return new Map(found.map(({ ref, title, name }) => [ref, title ?? name]));
  }
}

function describeRow(
  scorecard: StoredScorecard,
  { ref, title, isOwnOnly, groups }: CountedRow,
): HeatMapRow {
  const { entities, ranks, tally, ofChecks } = countStates(scorecard, groups);
  return {
    ref,
    title,
    isOwnOnly,
    entities,
    levels: countLevels(scorecard.definition, ranks),
    summary: summarizeTally(tally),
    cells: ofChecks.map(describeCell),
  };
}

function describeCell(tally: VerdictTally): HeatMapRow['cells'][number] {
  const { passing, judged, applicable } = shareOfTally(tally);
  return {
    passing,
    judged,
    applicable,
    failed: tally.failed,
    exempt: tally.exempt,
    silent: tally.not_reported + tally.error,
  };
}

function isGroup({ kind }: CatalogEntity): boolean {
  return kind === 'group';
}

/** By title; what belongs to none comes last. */
function compareRows(a: CountedRow, b: CountedRow): number {
  if (a.ref === null || b.ref === null) {
    return Number(a.ref === null) - Number(b.ref === null);
  }
  const [first, second] = [a.title, b.title].map(title =>
    title.toLocaleLowerCase('en-US'),
  );
  if (first !== second) {
    return first < second ? -1 : 1;
  }
  return a.ref < b.ref ? -1 : 1;
}
