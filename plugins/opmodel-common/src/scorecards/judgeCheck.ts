import type { Evaluation } from './checkVerdict';
import type { FactExpression } from './expressions/FactExpressions';
import { type EntityFacts, type FactName, printFactName } from './factSchema';
import type { ScorecardCheck } from './scorecardDefinition';

/** A check with its expressions read. */
export interface CompiledCheck {
  check: ScorecardCheck;
  /** Those of the scorecard and of the check; an entity must meet all of them to be asked. */
  filters: readonly FactExpression[];
  expression: FactExpression;
  warning: FactExpression | null;
  value: FactExpression | null;
}

/** What is known when a check is judged. */
export interface JudgeContext {
  facts: EntityFacts;
  /** Whether an acceptance covers the entity and the check now. */
  isExempt: boolean;
  /** For how long the facts of a provider are believed, milliseconds, where the check says nothing. */
  freshnessOf: (provider: string) => number;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Judges one check for one entity.
 *
 * A fact that is older than it is believed is taken as not told. Whether an entity is asked at all goes by facts however old they are:
 * a provider that stopped must not make standards vanish.
 */
export function judgeCheck(
  compiled: CompiledCheck,
  context: JudgeContext,
): Evaluation {
  const unasked = judgeWhetherAsked(compiled, context);
  if (unasked) {
    return unasked;
  }
  if (context.isExempt) {
    return { ...unjudged('exempt', null), value: valueOf(compiled, context) };
  }
  return judge(compiled, context);
}

/** Judges whether a check is asked of an entity; null: it is. */
export function judgeWhetherAsked(
  { check, filters }: Pick<CompiledCheck, 'check' | 'filters'>,
  { facts, now }: Pick<JudgeContext, 'facts' | 'now'>,
): Evaluation | null {
  if (check.startsAt !== undefined && now < check.startsAt) {
    return unjudged('not_applicable', 'starts_later');
  }
  for (const filter of filters) {
    const asked = filter.evaluate(facts, now);
    if (asked.kind === 'missing') {
      return unjudged('not_reported', asked.fact);
    }
    if (asked.kind === 'error') {
      return unjudged('error', asked.message);
    }
    if (asked.value !== true) {
      return unjudged('not_applicable', 'filter');
    }
  }
  return null;
}

function judge(compiled: CompiledCheck, context: JudgeContext): Evaluation {
  const { now } = context;
  const fresh = freshFacts(compiled, context);
  const outcome = compiled.expression.evaluate(fresh, now);
  if (outcome.kind === 'missing') {
    return unjudged('not_reported', outcome.fact);
  }
  if (outcome.kind === 'error') {
    return unjudged('error', outcome.message);
  }
  const value = valueOf(compiled, { ...context, facts: fresh });
  if (outcome.value !== true) {
    return { state: 'failed', value, detail: null };
  }
  const calm = compiled.warning?.evaluate(fresh, now);
  if (calm?.kind === 'error') {
    return unjudged('error', calm.message);
  }
  return {
    state: calm?.kind === 'value' && calm.value !== true ? 'warning' : 'passed',
    value,
    detail: null,
  };
}

function unjudged(
  state: 'not_applicable' | 'not_reported' | 'error' | 'exempt',
  detail: string | null,
): Evaluation {
  return { state, value: null, detail };
}

/** The value beside a verdict: what the check says, or else the one fact that its expression speaks of. */
function valueOf(
  { value, expression }: CompiledCheck,
  { facts, now }: Pick<JudgeContext, 'facts' | 'now'>,
): Evaluation['value'] {
  if (value) {
    const outcome = value.evaluate(facts, now);
    return outcome.kind === 'value' ? outcome.value : null;
  }
  if (expression.facts.length !== 1) {
    return null;
  }
  const [{ provider, name }] = expression.facts;
  const found = facts[provider]?.[name]?.value ?? null;
  return found !== null && typeof found === 'object' ? found.join(', ') : found;
}

/** Only the facts that are believed still. */
function freshFacts(
  { check, expression, warning, value }: CompiledCheck,
  { facts, freshnessOf, now }: JudgeContext,
): EntityFacts {
  const names = [expression, warning, value].flatMap(read => read?.facts ?? []);
  const isOld = ({ provider, name }: FactName) => {
    const fact = facts[provider]?.[name];
    return (
      fact !== undefined &&
      now - fact.reportedAt > (check.freshness ?? freshnessOf(provider))
    );
  };
  const old = new Set(names.filter(isOld).map(printFactName));
  if (old.size === 0) {
    return facts;
  }
  return Object.fromEntries(
    Object.entries(facts).map(([provider, told]) => [
      provider,
      Object.fromEntries(
        Object.entries(told).filter(
          ([name]) => !old.has(printFactName({ provider, name })),
        ),
      ),
    ]),
  );
}
