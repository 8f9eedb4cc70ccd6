import {
  causeOf,
  type PastResult,
  type ScoreCause,
  scoreCauses,
  type ScoredPair,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { StateChange } from '../evaluation/ResultStore';
import type { PastScorecard } from './PastScorecard';

/** An entity whose level changed. */
export interface EntityMove {
  entityRef: string;
  /** Rank; null: nothing was asked of it, or it was not there. */
  rankBefore: number | null;
  rankAfter: number | null;
  /** When it reached the level that it had at the end, epoch milliseconds. */
  at: number;
  cause: ScoreCause;
  /** Those that stood otherwise at the end. */
  checks: StateChange[];
}

/**
 * Compares how a selection stood at both ends of a time, from what is known of it now.
 *
 * @param past - from which is gone back
 * @param slots - check ids in the order of the states
 * @param span - epoch milliseconds; `newLevelRules`: versions published in it by which verdicts come to other levels than before
 * @returns `pairs`: all of the entities that anything happened to; `moves`: those of them whose level is another one
 */
export function findMoves(
  past: PastScorecard,
  slots: readonly string[],
  {
    from,
    to,
    newLevelRules,
  }: { from: number; to: number; newLevelRules: ReadonlySet<number> },
): { pairs: ScoredPair[]; moves: EntityMove[] } {
  const refs = past.touched();
  past.backTo(to);
  const ends = new Map(refs.map(ref => [ref, past.resultOf(ref)]));
  past.backTo(from);
  const pairs: ScoredPair[] = [];
  const moves: EntityMove[] = [];
  for (const entityRef of refs) {
    const before = past.resultOf(entityRef);
    const after = ends.get(entityRef) ?? null;
    const changes = past
      .changesOf(entityRef)
      .filter(({ changedAt }) => changedAt <= to);
    const rules = new Set(
      changes.flatMap(({ checks }) =>
        checks.flatMap(({ checkId, isRuleChanged }) =>
          isRuleChanged ? [checkId] : [],
        ),
      ),
    );
    const states = slots.flatMap((checkId, slot): StateChange[] => {
      const pair = {
        before: stateAt(before, slot),
        after: stateAt(after, slot),
      };
      return pair.before === null && pair.after === null
        ? []
        : [
            {
              checkId,
              ...pair,
              // Whoever comes or goes does so with every check, whatever became of the rules.
              isRuleChanged:
                rules.has(checkId) && isAsked(before) && isAsked(after),
            },
          ];
    });
    pairs.push(...states);
    const rankBefore = before?.rank ?? null;
    const rankAfter = after?.rank ?? null;
    if (rankBefore !== rankAfter) {
      const checks = states.filter(state => state.before !== state.after);
      moves.push({
        entityRef,
        rankBefore,
        rankAfter,
        at: past.movedAt(entityRef, { from, to }),
        cause: causeOfMove(rankBefore, rankAfter, {
          checks,
          isRuleChanged: changes.some(
            change =>
              newLevelRules.has(change.version) ||
              change.checks.some(({ isRuleChanged }) => isRuleChanged),
          ),
        }),
        checks,
      });
    }
  }
  return { pairs, moves };
}

function isAsked(result: PastResult | null): boolean {
  return result !== null && result.rank !== null;
}

/** Where nothing was asked, nothing stood. */
function stateAt(result: PastResult | null, slot: number): VerdictState | null {
  return isAsked(result) ? result!.states[slot] ?? null : null;
}

/**
 * Why a level changed: for what most of the checks changed that speak for the way it went. Where none did, verdicts come to other levels
 * than before, or another scorecard holds it back.
 */
function causeOfMove(
  rankBefore: number | null,
  rankAfter: number | null,
  {
    checks,
    isRuleChanged,
  }: { checks: readonly StateChange[]; isRuleChanged: boolean },
): ScoreCause {
  if (rankBefore === null || rankAfter === null) {
    return 'population';
  }
  const isFall = rankAfter < rankBefore;
  const bearing = checks.filter(({ before, after }) =>
    isFall ? !holdsBack(before) && holdsBack(after) : holdsBack(before),
  );
  const counted = bearing.length > 0 ? bearing : checks;
  if (counted.length > 0) {
    const causes = counted.map(causeOf);
    const countOf = (cause: ScoreCause) =>
      causes.filter(each => each === cause).length;
    return [...scoreCauses].sort((a, b) => countOf(b) - countOf(a))[0];
  }
  return isRuleChanged ? 'rule' : 'entity';
}

function holdsBack(state: VerdictState | null): boolean {
  return state === 'failed' || state === 'not_reported';
}
