import type { ScorecardHeatMap } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import { describeColumn, describeScorecard } from './describeScorecard';
import { HeatMapGroups } from './HeatMapGroups';
import { compareRows, type CountedRow, describeRow } from './heatMapRow';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type { ScorecardMemory } from './ScorecardMemory';
import type {
  ScorecardReadStore,
  ScorecardSelection,
} from './ScorecardReadStore';

/** What a row of a heat map is. */
export type HeatMapBy = 'group' | 'owner' | 'system' | 'domain' | 'tier';

/** What {@link HeatMapReader} works with. */
interface HeatMapReaderOptions {
  reads: Pick<ScorecardReadStore, 'listStates' | 'listStatesBy'>;
  catalog: Pick<CatalogStore, 'getEntities' | 'listRelations' | 'listScope'>;
  directory: ScorecardDirectory;
  memory: ScorecardMemory;
}

/** Lays teams, systems or tiers beside the checks of a scorecard. */
export class HeatMapReader {
  readonly #options: HeatMapReaderOptions;
  readonly #groups: HeatMapGroups;

  constructor(options: HeatMapReaderOptions) {
    this.#options = options;
    this.#groups = new HeatMapGroups(options);
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
        ? this.#groups.read(definition.ref, selection)
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
