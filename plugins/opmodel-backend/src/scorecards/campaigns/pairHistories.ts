import {
  isJudgement,
  type Judgement,
  type PairHistory,
  type PairStanding,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ResultChange } from '../evaluation/ResultStore';

/** A letter for each standing, so that those of an entity are one short text. */
export const standingLetters: Readonly<Record<PairStanding, string>> = {
  open: 'O',
  met: 'M',
  exempt: 'X',
  unknown: 'U',
};

const standingsByLetter = new Map(
  Object.entries(standingLetters).map(([standing, letter]) => [
    letter,
    standing as PairStanding,
  ]),
);

/** Letters of standings, as they were printed. */
export function readStandings(letters: string): (PairStanding | null)[] {
  return [...letters].map(letter => standingsByLetter.get(letter) ?? null);
}

/** Standings as letters; what is not asked is a dash. */
export function printStandings(
  standings: readonly (PairStanding | null)[],
): string {
  return standings
    .map(standing => (standing === null ? '-' : standingLetters[standing]))
    .join('');
}

/** A pair as it stands now. */
export interface CurrentPair {
  checkId: string;
  state: VerdictState | null;
  last: Judgement | null;
}

/** The histories of an entity's pairs, made of its changes from the oldest to the newest. */
export function historiesOf(
  firstAt: number,
  pairs: readonly CurrentPair[],
  changes: readonly ResultChange[],
): PairHistory[] {
  const byCheck = new Map<string, PairHistory['changes'][number][]>();
  for (const { changedAt, checks } of changes) {
    for (const { checkId, before, after } of checks) {
      const known = byCheck.get(checkId) ?? [];
      byCheck.set(checkId, known);
      known.push({ at: changedAt, before, after });
    }
  }
  return pairs.map(({ checkId, state, last }) => ({
    firstAt,
    state,
    last,
    changes: byCheck.get(checkId) ?? [],
  }));
}

/** Whether more has to be known of the past: nothing was found before the first change, so that what stood then is older still. */
export function beginsSilent(histories: readonly PairHistory[]): boolean {
  return histories.some(({ changes: [first] }) =>
    first?.before ? isSilent(first.before) : false,
  );
}

function isSilent(state: VerdictState): boolean {
  return !isJudgement(state) && state !== 'not_applicable';
}
