import type {
  MetricSource,
  SliBucket,
  SliIndicator,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  SliAnswer,
  SliRequest,
} from '@opmodel/backstage-plugin-opmodel-node';

/** Length of a bucket, milliseconds. */
export const BUCKET = 300_000;

/** A metric source that asks a query of the default server. */
export const metricOf = (
  spec: string | Record<string, unknown>,
  overrides: Partial<MetricSource> = {},
): MetricSource => ({
  type: 'prometheus',
  dataSource: null,
  connection: {},
  spec: typeof spec === 'string' ? { query: spec } : spec,
  ...overrides,
});

/** A ratio of two counters. */
export const ratioOf = (
  queries: { good?: string; bad?: string; total: string },
  counter: boolean = true,
): SliIndicator => ({
  type: 'ratio',
  counter,
  ...(queries.good ? { good: metricOf(queries.good) } : {}),
  ...(queries.bad ? { bad: metricOf(queries.bad) } : {}),
  total: metricOf(queries.total),
});

/** A request for an hour, unless something else is said. */
export const requestOf = (
  indicator: SliIndicator,
  overrides: Partial<SliRequest> = {},
): SliRequest => ({
  id: 'checkout',
  indicator,
  comparison: null,
  entityRef: 'component:default/checkout',
  from: 0,
  to: 12 * BUCKET,
  ...overrides,
});

/** The buckets of an answer that has some. */
export function bucketsOf([answer]: SliAnswer[]): SliBucket[] {
  if ('problem' in answer) {
    throw new Error(answer.problem);
  }
  return answer.buckets;
}

/** The problem of an answer that has one. */
export function problemOf([answer]: SliAnswer[]): string {
  return 'problem' in answer ? answer.problem : 'no problem';
}
