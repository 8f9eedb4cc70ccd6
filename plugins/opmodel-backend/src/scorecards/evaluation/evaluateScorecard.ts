import type { CheckVerdict } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  CompiledScorecards,
  StandingCheck,
  StandingScorecard,
} from './CompiledScorecards';
import {
  type CheckContext,
  evaluateCheck,
  newestOf,
  stepCheck,
} from './evaluateCheck';
import type {
  EvaluationBasis,
  ScorecardResult,
  StateChange,
} from './ResultStore';
import { type LevelStanding, standingOf } from './settleLevels';

/** By what entities are evaluated. */
export interface EvaluationRules {
  scorecards: CompiledScorecards;
  /** Whether an acceptance covers an entity and a check now. */
  isExempt: (
    entityRef: string,
    scorecardRef: string,
    checkId: string,
  ) => boolean;
  /** For how long the facts of a provider are believed, milliseconds. */
  freshnessOf: (provider: string) => number;
  /** Epoch milliseconds. */
  now: number;
}

/** One entity on one scorecard, with its checks evaluated. */
export interface EvaluatedScorecard {
  scorecard: StandingScorecard;
  /** Null: it is evaluated for the first time. */
  previous: ScorecardResult | null;
  verdicts: ReadonlyMap<string, CheckVerdict>;
  /** Whether any verdict is another one, or has another value. */
  isChanged: boolean;
  /** Those whose state is another one. */
  changes: readonly StateChange[];
  /** When what changed the states was told; null: none changed. */
  changedAt: number | null;
  standing: LevelStanding;
}

/** What is evaluated of one entity. */
export interface ScorecardContext extends CheckContext {
  basis: EvaluationBasis;
  rules: EvaluationRules;
  /** Checks that read facts that changed, by scorecard. */
  readers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** @returns undefined where nothing is to be evaluated, or where nothing is asked of the entity and nothing was */
export function evaluateScorecard(
  scorecard: StandingScorecard,
  context: ScorecardContext,
): EvaluatedScorecard | undefined {
  const { work, results } = context.basis;
  const previous = results.get(scorecard.ref) ?? null;
  const asked = work.checks.get(scorecard.ref);
  const readers = context.readers.get(scorecard.ref);
  const isOlder = previous !== null && previous.version !== scorecard.version;
  const isTouched =
    work.isWhole || asked !== undefined || readers !== undefined || isOlder;
  if (!isTouched && !(scorecard.isLinked && previous)) {
    return undefined;
  }
  const earlier = isOlder
    ? context.rules.scorecards.rulesOf(scorecard.ref, previous.version)
    : undefined;
  const verdicts = new Map<string, CheckVerdict>();
  const changes: StateChange[] = [];
  const instants: number[] = [];
  let isChanged = false;
  for (const check of scorecard.checks) {
    const known = previous?.verdicts.get(check.id) ?? null;
    const isRuleChanged = isOlder && earlier?.get(check.id) !== check.rule;
    const isNamed =
      work.isWhole ||
      asked === null ||
      asked?.has(check.id) ||
      readers?.has(check.id);
    const at = instantOf(check, { context, previous, isRuleChanged });
    const verdict =
      isNamed || isRuleChanged || known === null
        ? verdictOf(check, known, { context, scorecard, isRuleChanged, at })
        : known;
    if (verdict) {
      verdicts.set(check.id, verdict);
    }
    isChanged ||= verdict !== known;
    if (verdict && verdict.state !== known?.state) {
      instants.push(at);
      changes.push({
        checkId: check.id,
        before: known?.state ?? null,
        after: verdict.state,
        isRuleChanged: isRuleChanged || known === null,
      });
    }
  }
  for (const { checkId, state } of previous?.verdicts.values() ?? []) {
    if (!verdicts.has(checkId)) {
      isChanged = true;
      instants.push(context.now);
      changes.push({
        checkId,
        before: state,
        after: null,
        isRuleChanged: true,
      });
    }
  }
  return previous || isAnyAsked(verdicts)
    ? {
        scorecard,
        previous,
        verdicts,
        isChanged,
        changes,
        changedAt: instants.length === 0 ? null : Math.max(...instants),
        standing: standingOf(scorecard.definition, verdicts),
      }
    : undefined;
}

/** @returns null where there was none and nobody knows whether the check is asked at all */
function verdictOf(
  check: StandingCheck,
  known: CheckVerdict | null,
  options: {
    context: ScorecardContext;
    scorecard: StandingScorecard;
    isRuleChanged: boolean;
    at: number;
  },
): CheckVerdict | null {
  const { context, scorecard, isRuleChanged, at } = options;
  const { basis, rules } = context;
  const evaluation = evaluateCheck(check, context, {
    isExempt: rules.isExempt(basis.work.entityRef, scorecard.ref, check.id),
    isKnown: known !== null,
  });
  return evaluation
    ? stepCheck(known, evaluation, {
        check,
        facts: context.facts,
        isRuleChanged,
        at,
      })
    : known;
}

/**
 * Since when a verdict holds that is found now: since the facts were told that changed it, which may be told for a moment that is past; but
 * not since before what is known, and where no fact changed it, since now.
 */
function instantOf(
  check: StandingCheck,
  options: {
    context: ScorecardContext;
    previous: ScorecardResult | null;
    isRuleChanged: boolean;
  },
): number {
  const { context, previous, isRuleChanged } = options;
  const { basis, facts, now } = context;
  const changed = isRuleChanged
    ? []
    : [...check.facts].filter(name => basis.work.facts.has(name));
  const told = newestOf(changed, facts) ?? now;
  return Math.min(now, Math.max(told, previous?.changedAt ?? told));
}

function isAnyAsked(verdicts: ReadonlyMap<string, CheckVerdict>): boolean {
  return [...verdicts.values()].some(({ state }) => state !== 'not_applicable');
}
