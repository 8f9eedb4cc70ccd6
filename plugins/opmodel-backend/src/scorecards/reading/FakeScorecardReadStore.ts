import { groupBy } from 'lodash';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { ResultChange } from '../evaluation/ResultStore';
import { pageOfEntities } from './FakeScorecardList';
import {
  compareTexts,
  type FakeResults,
  FakeScorecardSelection,
  nameOf,
  type SelectedResult,
  sortNameOf,
} from './FakeScorecardSelection';
import type {
  ChangePosition,
  LevelOfScorecard,
  ListedChange,
  LostLevel,
  PastRow,
  ScorecardGrouping,
  ScorecardReadStore,
  ScorecardSelection,
  ScoredListRequest,
  StateGroup,
  StatesRow,
} from './ScorecardReadStore';

/** Reads results for people from the fake stores of evaluation and a snapshot in memory. */
export class FakeScorecardReadStore implements ScorecardReadStore {
  readonly #selection: FakeScorecardSelection;
  readonly #results: FakeResults;

  /** @param options - `slotsOf`: check ids of a scorecard in the order of the states of its results */
  constructor(options: {
    catalog: FakeComponentCatalog;
    results: FakeResults;
    slotsOf: (scorecardRef: string) => readonly string[];
  }) {
    this.#selection = new FakeScorecardSelection(options);
    this.#results = options.results;
  }

  async countEntities(selection: ScorecardSelection): Promise<number> {
    return this.#selection.count(selection);
  }

  async countScored(
    selection: ScorecardSelection,
    scorecardRefs: readonly string[],
  ): Promise<number> {
    const selected = this.#selection.select(selection, scorecardRefs);
    return new Set(selected.map(({ result }) => result.entityRef)).size;
  }

  async listStates(
    selection: ScorecardSelection,
    scorecardRefs: readonly string[],
  ): Promise<StateGroup[]> {
    return groupStates(this.#selection.select(selection, scorecardRefs));
  }

  async listStatesBy(
    selection: ScorecardSelection,
    scorecardRef: string,
    grouping: ScorecardGrouping,
  ): Promise<(StateGroup & { key: string | null })[]> {
    const byKey = new Map<string | null, SelectedResult[]>();
    for (const one of this.#selection.select(selection, [scorecardRef])) {
      for (const key of this.#keysOf(one, grouping)) {
        byKey.set(key, [...(byKey.get(key) ?? []), one]);
      }
    }
    return [...byKey]
      .sort(([a], [b]) => compareTexts(a, b))
      .flatMap(([key, group]) =>
        groupStates(group).map(states => ({ ...states, key })),
      );
  }

  async countWeakest(
    selection: ScorecardSelection,
    levels: readonly LevelOfScorecard[],
  ): Promise<number[]> {
    const placeOf = ({ result }: SelectedResult) =>
      levels.findIndex(
        ({ scorecardRef, rank }) =>
          scorecardRef === result.scorecardRef && rank === result.levelRank,
      );
    const selected = this.#selection
      .select(
        selection,
        levels.map(({ scorecardRef }) => scorecardRef),
      )
      .filter(one => placeOf(one) >= 0);
    const weakest = Object.values(
      groupBy(selected, ({ result }) => result.entityRef),
    ).map(own => Math.min(...own.map(placeOf)));
    return levels.map(
      (_, place) => weakest.filter(found => found === place).length,
    );
  }

  async list(selection: ScorecardSelection, request: ScoredListRequest) {
    return pageOfEntities(
      this.#selection.select(
        selection,
        request.scorecards.map(({ ref }) => ref),
      ),
      request,
    );
  }

  async listMatrix(
    selection: ScorecardSelection,
    request: Parameters<ScorecardReadStore['listMatrix']>[1],
  ): Promise<{ items: StatesRow[]; total: number }> {
    const { scorecardRef, limit, after } = request;
    const compare = (a: StatesRow['position'], b: StatesRow['position']) =>
      compareTexts(a.name, b.name) || compareTexts(a.ref, b.ref);
    const rows = this.#selection
      .select(selection, [scorecardRef])
      .map(({ result, kept, states }) => ({
        ...nameOf(kept),
        rank: result.levelRank!,
        states,
        position: { name: sortNameOf(kept), ref: kept.entity.ref },
      }))
      .sort((a, b) => compare(a.position, b.position));
    return {
      items: rows
        .filter(({ position }) => !after || compare(position, after) > 0)
        .slice(0, limit),
      total: rows.length,
    };
  }

  async listTouched(
    selection: ScorecardSelection,
    scorecardRef: string,
    { since, withGone }: { since: number; withGone: boolean },
  ): Promise<PastRow[]> {
    const changed = new Set(
      this.#selection
        .changes()
        .filter(
          change =>
            change.scorecardRef === scorecardRef && change.changedAt > since,
        )
        .map(({ entityRef }) => entityRef),
    );
    return this.#selection
      .selectAll(selection, [scorecardRef], withGone ? since : undefined)
      .filter(
        ({ result, kept }) =>
          result.firstAt > since ||
          changed.has(result.entityRef) ||
          kept.entity.removedAt !== undefined,
      )
      .map(({ result, kept, states }) => ({
        entityRef: result.entityRef,
        rank: result.levelRank,
        states,
        firstAt: result.firstAt,
        goneAt: kept.entity.removedAt ?? null,
      }));
  }

  async listChanges(
    selection: ScorecardSelection,
    scorecardRef: string,
    { since, withGone }: { since: number; withGone: boolean },
  ): Promise<ResultChange[]> {
    const refs = new Set(
      this.#selection
        .selectAll(selection, [scorecardRef], withGone ? since : undefined)
        .map(({ result }) => result.entityRef),
    );
    return this.#selection
      .changes()
      .filter(
        change =>
          change.scorecardRef === scorecardRef &&
          change.changedAt > since &&
          refs.has(change.entityRef),
      )
      .sort((a, b) => a.changedAt - b.changedAt);
  }

  async listEntityChanges(
    entityRef: string,
    scorecardRefs: readonly string[],
    { limit, after }: { limit: number; after?: ChangePosition },
  ): Promise<ListedChange[]> {
    const isBefore = (a: ChangePosition, b: ChangePosition) =>
      a.at < b.at || (a.at === b.at && a.id < b.id);
    return this.#selection
      .changes()
      .map((change, place) => ({
        ...change,
        position: { at: change.changedAt, id: place + 1 },
      }))
      .filter(
        change =>
          change.entityRef === entityRef &&
          scorecardRefs.includes(change.scorecardRef) &&
          (!after || isBefore(change.position, after)),
      )
      .sort((a, b) => (isBefore(a.position, b.position) ? 1 : -1))
      .slice(0, limit);
  }

  async listLostLevels(
    selection: ScorecardSelection,
    scorecardRefs: readonly string[],
    { since }: { since: number },
  ): Promise<LostLevel[]> {
    return this.#selection
      .select(selection, scorecardRefs)
      .flatMap(({ result, kept }) => {
        const falls = this.#selection
          .changes()
          .filter(
            ({ entityRef, scorecardRef, changedAt, levelBefore, levelAfter }) =>
              entityRef === result.entityRef &&
              scorecardRef === result.scorecardRef &&
              changedAt > since &&
              levelBefore !== null &&
              levelAfter !== null &&
              levelAfter < levelBefore,
          );
        const rankBefore = Math.max(
          ...falls.map(({ levelBefore }) => levelBefore!),
        );
        const { entityRef, title, ownerRef } = nameOf(kept);
        return rankBefore > result.levelRank!
          ? [
              {
                entityRef,
                title,
                ownerRef,
                scorecardRef: result.scorecardRef,
                rankBefore,
                rank: result.levelRank!,
                lostAt: Math.max(...falls.map(({ changedAt }) => changedAt)),
              },
            ]
          : [];
      });
  }

  async revision(): Promise<string> {
    const { length } = this.#results.changes();
    return `${length}.${this.#results.results().length}`;
  }

  #keysOf(
    { kept }: SelectedResult,
    grouping: ScorecardGrouping,
  ): (string | null)[] {
    const { entity } = kept;
    switch (grouping.by) {
      case 'owner':
        return [entity.ownerRef ?? null];
      case 'system':
        return [entity.systemRef ?? null];
      case 'domain':
        return [entity.domainRef ?? null];
      case 'tier':
        return [entity.tier ?? null];
      case 'rest': {
        const { ownerRefs, scopeRefs } = grouping;
        const isElsewhere =
          ownerRefs.includes(entity.ownerRef ?? '') ||
          this.#selection.scopesOf(kept).some(ref => scopeRefs.includes(ref));
        return isElsewhere ? [] : [null];
      }
      default:
        return this.#selection
          .scopesOf(kept)
          .filter(ref => grouping.scopeRefs.includes(ref));
    }
  }
}

function groupStates(selected: readonly SelectedResult[]): StateGroup[] {
  const groups = groupBy(selected, ({ result }) =>
    JSON.stringify([result.scorecardRef, result.levelRank]),
  );
  return Object.values(groups)
    .map(group => ({
      scorecardRef: group[0].result.scorecardRef,
      rank: group[0].result.levelRank!,
      entities: group.length,
      states: group.map(({ states }) => states).join(','),
      firstAt: Math.min(...group.map(({ result }) => result.firstAt)),
      changedAt: Math.max(...group.map(({ result }) => result.changedAt)),
    }))
    .sort(
      (a, b) => compareTexts(a.scorecardRef, b.scorecardRef) || a.rank - b.rank,
    );
}
