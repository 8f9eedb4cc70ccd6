import {
  type MetricSource,
  promqlOfSpec,
} from '@opmodel/backstage-plugin-opmodel-common';
import { checkContract } from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { MeasurementProblem } from '../MeasurementProblem';

const labelsSchema = z
  .record(z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/), z.string())
  .optional();

const slothSchema = z.union([
  z.object({ id: z.string(), labels: labelsSchema }),
  z.object({ service: z.string(), slo: z.string(), labels: labelsSchema }),
]);

const pyrraSchema = z.object({ slo: z.string(), labels: labelsSchema });

/** What the `spec` of a metric source asks for. */
export type MetricSpec =
  | { type: 'query'; query: string }
  | { type: 'sloth'; labels: Record<string, string> }
  | { type: 'pyrra'; labels: Record<string, string> };

/** Longest query, in characters. */
const LONGEST_QUERY = 10_000;

/**
 * Reads what a document asks for: `{query: …}` (also `promql` or `expr`), `{sloth: {service, slo}}` (or its `id`) or
 * `{pyrra: {slo}}`, the last two with further `labels`.
 *
 * @throws MeasurementProblem for anything else
 */
export function readMetricSpec({ spec }: MetricSource): MetricSpec {
  if (spec.sloth !== undefined) {
    const { labels, ...names } = hold(slothSchema, spec.sloth, 'spec.sloth');
    return {
      type: 'sloth',
      labels: {
        ...('id' in names
          ? { sloth_id: names.id }
          : { sloth_service: names.service, sloth_slo: names.slo }),
        ...labels,
      },
    };
  }
  if (spec.pyrra !== undefined) {
    const { labels, slo } = hold(pyrraSchema, spec.pyrra, 'spec.pyrra');
    return { type: 'pyrra', labels: { slo, ...labels } };
  }
  const query = promqlOfSpec(spec);
  if (query === null) {
    throw new MeasurementProblem(
      `The metricSource says nothing to ask: its spec needs a query, such as \`query: sum(http_requests_total)\``,
    );
  }
  if (query.length > LONGEST_QUERY) {
    throw new MeasurementProblem(
      `The query is longer than ${LONGEST_QUERY} characters`,
    );
  }
  return { type: 'query', query };
}

function hold<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  const checked = checkContract(schema, value, path);
  if (!checked.success) {
    throw new MeasurementProblem(
      path === 'spec.sloth'
        ? 'spec.sloth needs the texts service and slo, or id; labels may follow'
        : 'spec.pyrra needs the text slo; labels may follow',
    );
  }
  return checked.value;
}
