import {
  type CheckVerdict,
  isJudgement,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  CompiledScorecards,
  StandingCheck,
  StandingScorecard,
} from './CompiledScorecards';
import { type CheckContext, evaluateCheck, stepCheck } from './evaluateCheck';
import type {
  EvaluationBasis,
  ScorecardResult,
  StateChange,
} from './ResultStore';
import { type LevelStanding, standingOf } from './settleLevels';
import { sinceWhen } from './sinceWhen';

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
  const { work } = context.basis;
  const previous = previousOf(scorecard, context.basis);
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
    const verdict =
      isNamed || isRuleChanged || known === null
        ? verdictOf(check, known, {
            context,
            scorecard,
            isRuleChanged,
            notBefore: previous?.changedAt ?? null,
          })
        : known;
    if (verdict) {
      verdicts.set(check.id, verdict);
    }
    isChanged ||= verdict !== known;
    if (verdict && verdict.state !== known?.state) {
      instants.push(verdict.since);
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

/**
 * Where the entity stands. Facts that are told for a moment before the first evaluation date that back, as long as it judged nothing:
 * so an organisation that hands in a year of history has a year of verdicts.
 */
function previousOf(
  { ref }: StandingScorecard,
  { at, results }: EvaluationBasis,
): ScorecardResult | null {
  const known = results.get(ref) ?? null;
  const isDatedBack =
    known !== null &&
    at !== undefined &&
    at < known.firstAt &&
    known.firstAt === known.changedAt &&
    [...known.verdicts.values()].every(isUnjudged);
  return isDatedBack ? null : known;
}

function isUnjudged({ state, standing }: CheckVerdict): boolean {
  return standing === null && !isJudgement(state) && state !== 'exempt';
}

/** @returns null where there was none and nobody knows whether the check is asked at all */
function verdictOf(
  check: StandingCheck,
  known: CheckVerdict | null,
  options: {
    context: ScorecardContext;
    scorecard: StandingScorecard;
    isRuleChanged: boolean;
    notBefore: number | null;
  },
): CheckVerdict | null {
  const { context, scorecard, isRuleChanged, notBefore } = options;
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
        at: sinceWhen(check, evaluation, {
          ...context,
          changed: isRuleChanged ? new Set() : basis.work.facts,
          isRuleChanged,
          notBefore,
        }),
      })
    : known;
}

function isAnyAsked(verdicts: ReadonlyMap<string, CheckVerdict>): boolean {
  return [...verdicts.values()].some(({ state }) => state !== 'not_applicable');
}
