import { stateLetters } from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import {
  compareTexts,
  nameOf,
  type SelectedResult,
  sortNameOf,
} from './FakeScorecardSelection';
import type {
  ListedScorecard,
  ScoredEntityOrder,
  ScoredListRequest,
  ScoredPosition,
  ScoredRow,
} from './ScorecardReadStore';

/** One page of entities whose results were selected in memory, and how many there are. */
export function pageOfEntities(
  selected: readonly SelectedResult[],
  request: ScoredListRequest,
): { items: ScoredRow[]; total: number } {
  const { scorecards, order, descending, limit, after } = request;
  const ladders = new Map(scorecards.map(ladder => [ladder.ref, ladder]));
  const ladderOf = ({ result }: SelectedResult) =>
    ladders.get(result.scorecardRef)!;
  const asked = selected.filter(one => isAsked(one, request));
  const listed = Object.values(groupBy(asked, one => one.result.entityRef))
    .map(
      ([...own]) =>
        own.sort(
          (a, b) =>
            Number(ladderOf(b).countsToOverall) -
              Number(ladderOf(a).countsToOverall) ||
            shareOf(a, ladderOf(a)) - shareOf(b, ladderOf(b)) ||
            compareTexts(a.result.scorecardRef, b.result.scorecardRef),
        )[0],
    )
    .map((one): ScoredRow => {
      const { result, kept, states } = one;
      return {
        ...nameOf(kept),
        scorecardRef: result.scorecardRef,
        rank: result.levelRank!,
        levelSince: result.levelSince,
        states,
        position: {
          value: valueOf(one, order, ladderOf(one)),
          ref: result.entityRef,
        },
      };
    })
    .sort((a, b) => compare(a.position, b.position, descending));
  return {
    items: listed
      .filter(
        ({ position }) => !after || compare(position, after, descending) > 0,
      )
      .slice(0, limit),
    total: listed.length,
  };
}

function isAsked(
  { result, states }: SelectedResult,
  { rank, check }: ScoredListRequest,
): boolean {
  if (rank !== undefined && result.levelRank !== rank) {
    return false;
  }
  if (!check) {
    return true;
  }
  const letter = states[check.slot] ?? '';
  return check.state
    ? letter === stateLetters[check.state]
    : !['', '-', stateLetters.not_applicable].includes(letter);
}

function shareOf(
  { result }: SelectedResult,
  { highestRank }: ListedScorecard,
): number {
  return highestRank === 0 ? 1 : result.levelRank! / highestRank;
}

function valueOf(
  one: SelectedResult,
  order: ScoredEntityOrder,
  ladder: ListedScorecard,
): string | number | null {
  const { result, kept, states } = one;
  const count = (...letters: string[]) =>
    [...states].filter(letter => letters.includes(letter)).length;
  const passing = count(stateLetters.passed, stateLetters.warning);
  const failed = count(stateLetters.failed);
  switch (order) {
    case 'name':
      return sortNameOf(kept);
    case 'tier':
      return kept.entity.tier ?? null;
    case 'since':
      return result.levelSince;
    case 'failed':
      return failed;
    case 'passing':
      return passing + failed === 0 ? null : passing / (passing + failed);
    default:
      return shareOf(one, ladder);
  }
}

/** What is not known comes last. */
function compare(
  a: ScoredPosition,
  b: ScoredPosition,
  descending: boolean,
): number {
  if (a.value === b.value) {
    return compareTexts(a.ref, b.ref);
  }
  if (a.value === null || b.value === null) {
    return a.value === null ? 1 : -1;
  }
  return a.value < b.value === descending ? 1 : -1;
}
