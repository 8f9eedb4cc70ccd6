import type { ScorecardCheck } from '../scorecardDefinition';
import { printNumber } from './celLiterals';
import { findGap, type Threshold } from './thresholdIntervals';

/** A threshold rule of a metric of Red Hat's scorecard plugin, `{ key: 'warning', expression: '10-50' }`. */
export interface RhdhThresholdRule {
  key: string;
  expression: string;
}

/** What a key of such a rule means for a check. */
export type ThresholdOutcome = 'passed' | 'warning' | 'failed';

/** The metric whose thresholds are read. */
export interface RhdhMetric {
  /** The fact that the metric is here, `repository.openPullRequests`. */
  fact: string;
  type: 'integer' | 'number' | 'boolean';
  /** In their order: the first that matches counts. */
  rules: readonly RhdhThresholdRule[];
  /** What keys of one's own mean; `success`, `warning` and `error` mean `passed`, `warning` and `failed`. */
  outcomes?: Readonly<Record<string, ThresholdOutcome>>;
}

/** The part of a check that thresholds decide, or what is wrong with them. */
export type ReadThresholds =
  | { check: Pick<ScorecardCheck, 'expression' | 'warning'>; problem: null }
  | { check: null; problem: string };

const standardOutcomes: Readonly<Record<string, ThresholdOutcome>> = {
  success: 'passed',
  warning: 'warning',
  error: 'failed',
};

const number = '-?\\d+(?:\\.\\d+)?';
const comparison = new RegExp(`^(>=|<=|==|!=|>|<)\\s*(${number})$`);
const range = new RegExp(`^(${number})\\s*-\\s*(${number})$`);
const truth = /^(==|!=)\s*(true|false)$/;

/**
 * Makes a check of the thresholds of a metric: it fails where the first rule that matches has a key that means so, and warns likewise.
 *
 * Rules for numbers must leave no gap on the number line, as a value in it would have no verdict; rules that all name single values, such as
 * ratings from `==1` to `==5`, may, and a value that none of them names fails.
 *
 * Source: `docs/thresholds.md` of `scorecard-backend` in redhat-developer/rhdh-plugins.
 */
export function readRhdhThresholds(metric: RhdhMetric): ReadThresholds {
  const { rules, type } = metric;
  if (rules.length === 0) {
    return refuse('There are no rules');
  }
  const read: { threshold: Threshold; outcome: ThresholdOutcome }[] = [];
  for (const { key, expression } of rules) {
    const outcome =
      ownValue(metric.outcomes, key) ?? ownValue(standardOutcomes, key);
    if (!outcome) {
      return refuse(
        `What "${key}" means is not known; say whether it is passed, warning or failed`,
      );
    }
    const threshold = readThreshold(expression.trim(), type);
    if (!threshold) {
      return refuse(
        type === 'boolean'
          ? `"${expression}" must be ==true, ==false, !=true or !=false`
          : `"${expression}" must be a comparison such as >= 10, or a range such as 10-20`,
      );
    }
    read.push({ threshold, outcome });
  }
  const thresholds = read.map(({ threshold }) => threshold);
  const namesSingleValues = thresholds.every(
    ({ operator }) => operator === '==',
  );
  const gap =
    type === 'boolean' || namesSingleValues ? null : findGap(thresholds);
  if (gap !== null) {
    return refuse(`No rule says anything of ${gap}`);
  }
  const whereFirst = (...wanted: ThresholdOutcome[]) =>
    print(
      read.map(({ threshold, outcome }) => ({
        condition: printThreshold(threshold, metric),
        holds: wanted.includes(outcome),
      })),
    );
  return {
    check: {
      expression: whereFirst('passed', 'warning'),
      ...(read.some(({ outcome }) => outcome === 'warning')
        ? { warning: whereFirst('passed') }
        : {}),
    },
    problem: null,
  };
}

/**
 * The rules of a metric for one entity, whose annotations `scorecard.io/<metric>.thresholds.rules.<key>` take the place of the expressions of
 * these keys; a key that the metric does not have is left out, as there.
 */
export function overrideRhdhThresholds(
  rules: readonly RhdhThresholdRule[],
  metricId: string,
  annotations: Readonly<Record<string, string>>,
): RhdhThresholdRule[] {
  return rules.map(rule => ({
    ...rule,
    expression:
      ownValue(
        annotations,
        `scorecard.io/${metricId}.thresholds.rules.${rule.key}`,
      ) ?? rule.expression,
  }));
}

function refuse(problem: string): ReadThresholds {
  return { check: null, problem };
}

function ownValue<Value>(
  values: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return values && Object.hasOwn(values, key) ? values[key] : undefined;
}

function readThreshold(
  expression: string,
  type: RhdhMetric['type'],
): Threshold | undefined {
  if (type === 'boolean') {
    const [, operator, value] = truth.exec(expression) ?? [];
    return operator === undefined
      ? undefined
      : { operator: operator as '==' | '!=', value: value === 'true' };
  }
  const [, operator, bound] = comparison.exec(expression) ?? [];
  if (operator !== undefined) {
    return { operator: operator as '>', value: Number(bound) };
  }
  const [, from, to] = range.exec(expression) ?? [];
  return from === undefined
    ? undefined
    : { operator: 'range', from: Number(from), to: Number(to) };
}

function printThreshold(
  threshold: Threshold,
  { fact, type }: Pick<RhdhMetric, 'fact' | 'type'>,
): string {
  if (threshold.operator === 'range') {
    const [from, to] = [threshold.from, threshold.to].map(bound =>
      printNumber(bound, type),
    );
    return `(${fact} >= ${from} && ${fact} <= ${to})`;
  }
  const { operator, value } = threshold;
  if (typeof value === 'boolean') {
    return (operator === '==') === value ? fact : `!${fact}`;
  }
  const isEquality = operator === '==' || operator === '!=';
  if (isEquality && type === 'integer' && !Number.isInteger(value)) {
    // Written so that the fact is asked for all the same: no whole number is such a value.
    const sign = operator === '==' ? '&&' : '||';
    const limit = printNumber(value, type);
    return `(${fact} < ${limit} ${sign} ${fact} > ${limit})`;
  }
  return `${fact} ${operator} ${printNumber(value, type)}`;
}

/** Whether one of the rules that hold matches before every one that does not. */
function print(
  rules: readonly { condition: string; holds: boolean }[],
): string {
  const terms: string[] = [];
  const before: string[] = [];
  for (const { condition, holds } of rules) {
    if (holds) {
      terms.push(
        before.length === 0
          ? condition
          : `(${[...before, condition].join(' && ')})`,
      );
    } else {
      before.push(`!(${condition})`);
    }
  }
  // Where nothing ever holds, the facts are asked for nevertheless, so that missing data is not taken for a failure.
  return terms.length === 0
    ? `(${rules[0].condition}) && !(${rules[0].condition})`
    : terms.join(' || ');
}
