import {
  isJudgement,
  pairStandingOf,
  type PairStanding,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { KeptEntity } from '../../catalog/FakeSnapshotStore';
import type { ScorecardResult } from '../evaluation/ResultStore';
import {
  compareTexts,
  type FakeResults,
  nameOf,
  sortNameOf,
} from '../reading/FakeScorecardSelection';
import { unscoredKinds } from '../scoredKinds';
import type {
  CampaignPairStore,
  PairEntity,
  PairEntityHistory,
  PairPosition,
  PairSelection,
  StandingGroup,
  Standings,
} from './CampaignPairStore';
import { historiesOf, printStandings } from './pairHistories';

interface SelectedPair {
  result: ScorecardResult;
  kept: KeptEntity;
  standings: Standings;
}

/** Reads where pairs stand from what is in memory. */
export class FakeCampaignPairStore implements CampaignPairStore {
  readonly #catalog: FakeComponentCatalog;
  readonly #results: FakeResults;

  constructor(options: {
    catalog: FakeComponentCatalog;
    results: FakeResults;
  }) {
    this.#catalog = options.catalog;
    this.#results = options.results;
  }

  async countStandings(selection: PairSelection): Promise<StandingGroup[]> {
    const groups = new Map<string, StandingGroup>();
    for (const { kept, standings } of this.#asked(selection)) {
      const ownerRef = kept.entity.ownerRef ?? null;
      const key = `${ownerRef} ${printStandings(standings)}`;
      const entities = (groups.get(key)?.entities ?? 0) + 1;
      groups.set(key, { ownerRef, standings, entities });
    }
    return [...groups.values()].sort(
      (a, b) =>
        compareTexts(a.ownerRef, b.ownerRef) ||
        compareTexts(printStandings(a.standings), printStandings(b.standings)),
    );
  }

  async list(
    selection: PairSelection,
    page: { standing?: PairStanding; limit: number; after?: PairPosition },
  ): Promise<{ items: PairEntity[]; total: number }> {
    const { standing, limit, after } = page;
    const found = this.#asked(selection)
      .filter(
        ({ standings }) =>
          standing === undefined || standings.includes(standing),
      )
      .map(({ kept, standings }) => ({
        ...nameOf(kept),
        standings,
        position: {
          open: standings.filter(one => one === 'open').length,
          name: sortNameOf(kept),
          ref: kept.entity.ref,
        },
      }))
      .sort((a, b) => comparePositions(a.position, b.position));
    return {
      items: found
        .filter(
          ({ position }) => !after || comparePositions(position, after) > 0,
        )
        .slice(0, limit),
      total: found.length,
    };
  }

  async listHistories(selection: PairSelection): Promise<PairEntityHistory[]> {
    return this.#select(selection).map(({ result, kept }) => ({
      entityRef: result.entityRef,
      ownerRef: kept.entity.ownerRef ?? null,
      histories: historiesOf(
        result.firstAt,
        selection.checks.map(({ id }) => {
          const verdict = result.verdicts.get(id);
          const state = verdict?.state ?? null;
          return {
            checkId: id,
            state,
            last:
              state !== null && isJudgement(state)
                ? state
                : verdict?.standing ?? null,
          };
        }),
        this.#results
          .changes()
          .filter(
            ({ entityRef, scorecardRef }) =>
              entityRef === result.entityRef &&
              scorecardRef === selection.scorecardRef,
          )
          .sort((a, b) => a.changedAt - b.changedAt),
      ),
    }));
  }

  #asked(selection: PairSelection): SelectedPair[] {
    return this.#select(selection).filter(({ standings }) =>
      standings.some(standing => standing !== null),
    );
  }

  #select(selection: PairSelection): SelectedPair[] {
    return this.#results.results().flatMap(result => {
      const kept = this.#catalog.find(result.entityRef);
      return kept &&
        result.scorecardRef === selection.scorecardRef &&
        this.#isSelected(kept, selection)
        ? [
            {
              result,
              kept,
              standings: selection.checks.map(({ id }) => {
                const verdict = result.verdicts.get(id);
                return verdict
                  ? pairStandingOf(verdict.state, verdict.standing)
                  : null;
              }),
            },
          ]
        : [];
    });
  }

  #isSelected(
    kept: KeptEntity,
    { scope, owners, visibility }: PairSelection,
  ): boolean {
    const { entity } = kept;
    const scopes = this.#catalog.listOpenScopes(entity.ref);
    const counts = (refs: readonly string[] | undefined) =>
      refs === undefined || refs.some(ref => scopes.includes(ref));
    const isOne = (list: readonly string[] | undefined, value?: string) =>
      list === undefined || list.includes(value ?? '');
    return (
      entity.removedAt === undefined &&
      !unscoredKinds.includes(entity.kind) &&
      this.#catalog.sees(visibility, entity.ref) &&
      this.#catalog.meetsFilter(kept, {
        visibility,
        filter: owners && {
          ownerRefs: owners.refs,
          descendants: owners.descendants,
        },
      }) &&
      (counts(scope.ownerRefs) || isOne(scope.ownerRefs, entity.ownerRef)) &&
      counts(scope.systemRefs) &&
      counts(scope.domainRefs) &&
      isOne(scope.tiers, entity.tier) &&
      isOne(scope.lifecycles, entity.lifecycle)
    );
  }
}

function comparePositions(a: PairPosition, b: PairPosition): number {
  return (
    b.open - a.open ||
    compareTexts(a.name, b.name) ||
    compareTexts(a.ref, b.ref)
  );
}
