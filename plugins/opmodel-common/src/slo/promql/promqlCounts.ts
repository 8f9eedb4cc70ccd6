import { SLI_BUCKET_SECONDS, type SliBucketSeconds } from '../sliBucket';
import { PromqlError } from './readPromqlTokens';
import {
  type PromqlPart,
  type PromqlSelector,
  readPromqlQuery,
  writePromqlQuery,
} from './readPromqlQuery';

/** What can be said of a query without asking it. */
export interface PromqlDescription {
  /** Names of the metrics that it reads, each once; without those that are chosen by labels. */
  metrics: string[];
  /** Whether it looks at series over a time: `rate(x[5m])`. */
  isRanged: boolean;
  /** Whether it takes the rate or the increase of counters, or reads series that are recorded as such. */
  isOfCounters: boolean;
  /** Whether it looks at itself over a time: `max_over_time(x[1h:1m])`. */
  hasSubquery: boolean;
}

const RATES = new Set(['rate', 'irate', 'increase']);

/** Series that rules record over a time end with it: `http_requests:increase5m`, `job:errors:rate1h`. */
const RECORDED = /:(rate|increase)(\d+(?:ms|s|m|h|d|w|y))$/;

/**
 * @throws PromqlError for what is no query at all
 */
export function describePromql(query: string): PromqlDescription {
  return describeParts(readPromqlQuery(query));
}

function describeParts(parts: readonly PromqlPart[]): PromqlDescription {
  const selectors = parts.filter(isSelector);
  return {
    metrics: [...new Set(selectors.flatMap(({ metric }) => metric ?? []))],
    isRanged: selectors.some(({ range }) => isPlainRange(range)),
    isOfCounters: parts.some(part =>
      isSelector(part) ? RECORDED.test(part.metric ?? '') : isRate(part),
    ),
    hasSubquery: parts.some(
      part =>
        part.type === 'subquery' ||
        (isSelector(part) && part.range !== null && !isPlainRange(part.range)),
    ),
  };
}

/** Lengths of buckets as Prometheus writes them. */
const BUCKET_WINDOWS = { 60: '1m', 300: '5m' } as const;

/** The length of a bucket as Prometheus writes it: `5m`. */
export function bucketWindow(
  bucketSeconds: SliBucketSeconds = SLI_BUCKET_SECONDS,
): '1m' | '5m' {
  return BUCKET_WINDOWS[bucketSeconds];
}

/**
 * The query of how often something happened in the bucket before an instant, made of one that counts it in any usual way, here for
 * buckets of five minutes:
 *
 * - `sum(x)` and `sum(rate(x[1h]))` are `sum(increase(x[5m]))`: the increase of each series, so that one that begins anew at 0 does not
 *   make the sum fall;
 * - other functions of a time, such as `count_over_time(x[1h])`, are asked for five minutes;
 * - series that rules record over five minutes, such as `x:increase5m` or `x:rate5m`, are read as they are.
 *
 * @param bucketSeconds - length of the bucket. Default: five minutes
 * @throws PromqlError for what is no query at all, for subqueries, and for series that are recorded over another time
 */
export function countOverBucket(
  query: string,
  bucketSeconds: SliBucketSeconds = SLI_BUCKET_SECONDS,
): string {
  const window = bucketWindow(bucketSeconds);
  return rewrite(
    query,
    window,
    'increase',
    ({ series, shift }, [, kind, time]) => {
      if (time !== window) {
        throw new PromqlError(
          `${series} is recorded over ${time}, and only what is recorded over ${window} can be counted by ${
            bucketSeconds === SLI_BUCKET_SECONDS ? 'five minutes' : 'the minute'
          }`,
        );
      }
      return kind === 'rate'
        ? `(${series}${shift} * ${bucketSeconds})`
        : series + shift;
    },
  );
}

/**
 * The query of how often something happens a second, over a time before an instant, made of one that counts it in any usual way; see
 * {@link countOverBucket}. Of two queries that are made alike, the ratio is that of their events.
 *
 * @param window - as Prometheus writes it: `1h`. Placeholders of tools, such as `{{.window}}`, stay what they are
 * @throws PromqlError for what is no query at all, and for subqueries
 */
export function ratePromql(query: string, window: string): string {
  return rewrite(
    query,
    window,
    'rate',
    ({ series, shift }) => `avg_over_time(${series}[${window}]${shift})`,
  );
}

/**
 * Asks for a bucket wherever the query looks at a time that a tool is to fill in, such as `{{.window}}`.
 *
 * @param bucketSeconds - its length. Default: five minutes
 */
export function fillInBucket(
  query: string,
  bucketSeconds: SliBucketSeconds = SLI_BUCKET_SECONDS,
): string {
  const range = bucketWindow(bucketSeconds);
  return writePromqlQuery(
    readPromqlQuery(query).map(part =>
      isSelector(part) && part.range !== null && /[{$]/.test(part.range)
        ? { ...part, range }
        : part,
    ),
  );
}

/** Looks at another time wherever the query looks at one. Subqueries stay as they are. */
export function lookAtWindow(query: string, window: string): string {
  return writePromqlQuery(
    readPromqlQuery(query).map(part =>
      isSelector(part) && isPlainRange(part.range)
        ? { ...part, range: window }
        : part,
    ),
  );
}

/**
 * The one series whose sum a query is: `x{a="b"}` of `sum(rate(x{a="b"}[5m]))`.
 *
 * @returns null where it is anything else
 * @throws PromqlError for what is no query at all
 */
export function plainSeriesOf(query: string): string | null {
  const parts = readPromqlQuery(query);
  const [selector, ...others] = parts.filter(isSelector);
  const around = parts
    .map(part => (isSelector(part) ? '?' : part.text.trim()))
    .join('');
  const isPlain =
    /^(\?|sum\(\?\)|(?:i?rate|increase)\(\?\)|sum\((?:i?rate|increase)\(\?\)\))$/.test(
      around,
    );
  return selector && others.length === 0 && isPlain && !selector.shift
    ? selector.series
    : null;
}

/** Whether two queries read the same metric, the parts of a histogram or of a summary being one. */
export function sharesMetrics(a: string, b: string): boolean {
  const [familiesOfA, familiesOfB] = [a, b].map(query =>
    describePromql(query).metrics.map(metric =>
      metric.replace(/_(bucket|count|sum|total)$/, ''),
    ),
  );
  return familiesOfA.some(family => familiesOfB.includes(family));
}

/** Names under which documents state a query: OpenSLO's examples, Nobl9's, and rules of Prometheus. */
const QUERY_KEYS = ['query', 'promql', 'expr'] as const;

/** The query that the `spec` of a metric source states; null: none. */
export function promqlOfSpec(spec: Record<string, unknown>): string | null {
  const query = QUERY_KEYS.map(key => spec[key]).find(
    value => value !== undefined && value !== null,
  );
  return typeof query === 'string' && query.trim() ? query : null;
}

function rewrite(
  query: string,
  window: string,
  rate: 'rate' | 'increase',
  ofRecorded: (selector: PromqlSelector, name: RegExpExecArray) => string,
): string {
  const given = readPromqlQuery(query);
  if (describeParts(given).hasSubquery) {
    throw new PromqlError(
      'A subquery cannot be counted by buckets; name the series itself',
    );
  }
  const parts = given.map((part): PromqlPart => {
    if (!isSelector(part)) {
      return isRate(part) ? { ...part, text: rate } : part;
    }
    if (part.range !== null) {
      return { ...part, range: window };
    }
    const recorded = RECORDED.exec(part.metric ?? '');
    return {
      type: 'other',
      text: recorded
        ? ofRecorded(part, recorded)
        : `${rate}(${part.series}[${window}]${part.shift})`,
    };
  });
  return writePromqlQuery(parts);
}

function isSelector(part: PromqlPart): part is PromqlSelector {
  return part.type === 'selector';
}

function isRate(part: PromqlPart): boolean {
  return part.type === 'function' && RATES.has(part.text);
}

/** A range with a colon is that of a subquery. */
function isPlainRange(range: string | null): boolean {
  return range !== null && !range.includes(':');
}
