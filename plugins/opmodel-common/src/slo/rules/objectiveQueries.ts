import {
  countOverBucket,
  describePromql,
  fillInBucket,
  lookAtWindow,
  promqlOfSpec,
  ratePromql,
  sharesMetrics,
} from '../promql/promqlCounts';
import type {
  MetricSource,
  SliIndicator,
  SloObjective,
  SloOperator,
} from '../sloDefinition';

/** An objective for which no rules can be written, in words for people. */
export class UnwritableError extends Error {
  readonly name = 'UnwritableError';
}

/** How often something happened, and how often it failed. */
export type EventQueries = {
  type: 'events';
  /** What the five minutes below are of each series: its increase, or the average of what is no counter. */
  measure: 'increase' | 'avg';
  /** Within the five minutes before an instant. */
  badOfFiveMinutes: string;
  totalOfFiveMinutes: string;
  /** Over a window before an instant, a second. The placeholder of another tool may stand in its place. */
  bad(window: string): string;
  total(window: string): string;
};

/** Which share of a time was bad. */
export type ShareQueries = {
  type: 'share';
  /** At an instant: 0 to 1. */
  bad: string;
  /** Over a window before an instant. */
  badOver(window: string): string;
};

/** What is asked of Prometheus to learn how much of an objective fails. */
export type ObjectiveQueries = EventQueries | ShareQueries;

const SIGNS: Record<SloOperator, string> = {
  lte: '<=',
  gte: '>=',
  lt: '<',
  gt: '>',
};

/**
 * @throws UnwritableError for what is not measured by a query of Prometheus, PromqlError for a query that cannot be understood
 */
export function objectiveQueriesOf({
  indicator,
  comparison,
}: Pick<SloObjective, 'indicator' | 'comparison'>): ObjectiveQueries {
  if (!indicator) {
    throw new UnwritableError('it has no indicator');
  }
  switch (indicator.type) {
    case 'ratio':
      return eventQueriesOf(indicator);
    case 'raw':
      return rawQueriesOf(indicator);
    default:
      return thresholdQueriesOf(indicator, comparison);
  }
}

function eventQueriesOf({
  counter,
  good,
  bad,
  total,
}: Extract<SliIndicator, { type: 'ratio' }>): EventQueries {
  const part = queryOf(good ?? bad);
  const whole = queryOf(total);
  const isOfCounters =
    counter || [part, whole].some(query => describePromql(query).isOfCounters);
  const isNothingNone = sharesMetrics(part, whole);
  const failed = (partQuery: string, wholeQuery: string) => {
    // A series that is not there beside one that is counts as none.
    const known = isNothingNone
      ? `(${partQuery} or ${wholeQuery} * 0)`
      : partQuery;
    return good ? `${wholeQuery} - ${known}` : known;
  };
  const [partOver, wholeOver] = [part, whole].map(query =>
    forAnyWindow(window =>
      isOfCounters
        ? sum(ratePromql(query, window))
        : averageOver(sum(fillInBucket(query)), window),
    ),
  );
  const [countedPart, countedWhole] = isOfCounters
    ? [part, whole].map(query => sum(countOverBucket(query)))
    : [partOver('5m'), wholeOver('5m')];
  return {
    type: 'events',
    measure: isOfCounters ? 'increase' : 'avg',
    badOfFiveMinutes: failed(countedPart, countedWhole),
    totalOfFiveMinutes: countedWhole,
    bad: window => failed(partOver(window), wholeOver(window)),
    total: wholeOver,
  };
}

function rawQueriesOf({
  raw,
  rawType,
}: Extract<SliIndicator, { type: 'raw' }>): ShareQueries {
  const query = queryOf(raw);
  const { isRanged, hasSubquery } = describePromql(query);
  const looksAtTime = isRanged && !hasSubquery;
  const failed = (ratio: string) =>
    rawType === 'failure' ? ratio : `1 - ${ratio}`;
  const at = forAnyWindow(window => sum(lookAtWindow(query, window)));
  const now = sum(fillInBucket(query));
  return {
    type: 'share',
    bad: failed(looksAtTime ? at('5m') : now),
    badOver: window =>
      failed(looksAtTime ? at(window) : averageOver(now, window)),
  };
}

function thresholdQueriesOf(
  { metric }: Extract<SliIndicator, { type: 'threshold' }>,
  comparison: SloObjective['comparison'],
): ShareQueries {
  if (!comparison) {
    throw new UnwritableError('it says nothing to compare with');
  }
  const sign = SIGNS[comparison.operator];
  const value = sum(fillInBucket(queryOf(metric)));
  // What is no number, such as the quantile of no requests, is neither good nor bad.
  const isGood = `(${value} >= -Inf) ${sign} bool ${comparison.value}`;
  return {
    type: 'share',
    bad: `1 - (${isGood})`,
    badOver: window => `1 - ${averageOver(isGood, window)}`,
  };
}

/** Stands where a window is to be, and nowhere else. */
const ANY_WINDOW = '\u0001';

/** Reads a query once for all windows. */
function forAnyWindow(
  write: (window: string) => string,
): (window: string) => string {
  const written = write(ANY_WINDOW);
  return window => written.split(`[${ANY_WINDOW}`).join(`[${window}`);
}

/** Several series are refused when they are measured, and one stays what it is, without its labels. */
function sum(query: string): string {
  return /^sum\s*\(/.test(query) && endsWithItself(query)
    ? query
    : `sum(${query})`;
}

/** Whether the first parenthesis is closed by the last character. */
function endsWithItself(query: string): boolean {
  let depth = 0;
  const texts = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;
  const signs = query.replace(texts, text => '_'.repeat(text.length));
  for (let at = 0; at < signs.length; at++) {
    depth += Number(signs[at] === '(') - Number(signs[at] === ')');
    if (depth === 0 && signs[at] === ')') {
      return at === signs.length - 1;
    }
  }
  return false;
}

function averageOver(query: string, window: string): string {
  return `avg_over_time((${query})[${window}:1m])`;
}

function queryOf(source: MetricSource | undefined): string {
  if (!source) {
    throw new UnwritableError('it says neither what is good nor what is bad');
  }
  if (source.type !== 'prometheus') {
    throw new UnwritableError(`it is measured by ${source.type}`);
  }
  for (const tool of ['sloth', 'pyrra']) {
    if (source.spec[tool] !== undefined) {
      throw new UnwritableError(
        `${tool === 'sloth' ? 'Sloth' : 'Pyrra'} has rules of its own for it`,
      );
    }
  }
  const query = promqlOfSpec(source.spec);
  if (query === null) {
    throw new UnwritableError('its metricSource states no query');
  }
  return query;
}
