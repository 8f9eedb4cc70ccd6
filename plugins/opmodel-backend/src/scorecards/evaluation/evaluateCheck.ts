import {
  type CheckVerdict,
  type EntityFacts,
  type Evaluation,
  isJudgement,
  judgeCheck,
  judgeWhetherAsked,
  stepVerdict,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { KnownFacts } from '../facts/FactStore';
import type { StandingCheck } from './CompiledScorecards';

/** What is known when the checks of one entity are evaluated. */
export interface CheckContext {
  facts: EntityFacts;
  /** Why a provider can tell nothing of the entity, by provider. */
  problems: ReadonlyMap<string, string>;
  /** For how long the facts of a provider are believed, milliseconds. */
  freshnessOf: (provider: string) => number;
  /** Epoch milliseconds. */
  now: number;
}

/** Facts as checks read them, and the problems of those who tell them. */
export function readFacts(
  known: readonly KnownFacts[],
): Pick<CheckContext, 'facts' | 'problems'> {
  const facts: Record<string, EntityFacts[string]> = {};
  const problems = new Map<string, string>();
  for (const { provider, facts: told, reportedAt, problem } of known) {
    facts[provider] = Object.fromEntries(
      Object.entries(told).map(([name, value]) => [
        name,
        { value, reportedAt: reportedAt[name] ?? 0 },
      ]),
    );
    if (problem !== null) {
      problems.set(provider, problem);
    }
  }
  return { facts, problems };
}

/**
 * Evaluates one check for one entity. A check that cannot be carried out, and one whose provider can tell nothing of the entity, come to an
 * error, and never hurt another.
 *
 * @param isKnown - whether the entity has a verdict already
 * @returns undefined where nobody knows whether it is asked at all
 */
export function evaluateCheck(
  { compiled, broken, providers }: StandingCheck,
  context: CheckContext,
  { isExempt, isKnown }: { isExempt: boolean; isKnown: boolean },
): Evaluation | undefined {
  try {
    if (compiled === null) {
      const { check, filters, message } = broken!;
      if (filters === null && !isKnown) {
        return undefined;
      }
      return (
        judgeWhetherAsked({ check, filters: filters ?? [] }, context) ??
        errorOf(message)
      );
    }
    const evaluation = judgeCheck(compiled, { ...context, isExempt });
    const { state } = evaluation;
    const problem =
      isJudgement(state) || state === 'not_reported'
        ? providers.find(provider => context.problems.has(provider))
        : undefined;
    return problem === undefined
      ? evaluation
      : errorOf(context.problems.get(problem)!);
  } catch (error) {
    return errorOf((error as Error).message);
  }
}

/** Takes an evaluation into what is kept; see `stepVerdict`. */
export function stepCheck(
  previous: CheckVerdict | null,
  evaluation: Evaluation,
  options: {
    check: StandingCheck;
    facts: EntityFacts;
    /** Whether the check was another one before: then it is believed at once. */
    isRuleChanged: boolean;
    at: number;
  },
): CheckVerdict {
  const { check, facts, isRuleChanged, at } = options;
  const { confirmations } = (check.compiled ?? check.broken!).check;
  return stepVerdict(previous, evaluation, {
    check: { id: check.id, confirmations: isRuleChanged ? 1 : confirmations },
    now: at,
    reportedAt: newestOf(check.grounds, facts) ?? undefined,
  });
}

/** When the newest of some facts was told, epoch milliseconds; null: none was. */
export function newestOf(
  names: Iterable<string>,
  facts: EntityFacts,
): number | null {
  let newest: number | null = null;
  for (const fullName of names) {
    const fact = factNamed(fullName, facts);
    if (fact && fact.reportedAt > (newest ?? -Infinity)) {
      newest = fact.reportedAt;
    }
  }
  return newest;
}

/** The fact of a full name; undefined: it was not told. */
export function factNamed(
  fullName: string,
  facts: EntityFacts,
): EntityFacts[string][string] | undefined {
  const dot = fullName.indexOf('.');
  return facts[fullName.slice(0, dot)]?.[fullName.slice(dot + 1)];
}

function errorOf(detail: string): Evaluation {
  return { state: 'error', value: null, detail };
}
