import { isMap } from '../document/isMap';
import type { OpenSloPath } from '../document/OpenSloPath';
import { mapOf } from '../document/readPlain';
import type { DataSources } from './DataSources';

/** Converts the spec of an SLI of `openslo.com/v2alpha`, as a document or inside an SLO. */
export function convertSli(
  spec: Record<string, unknown>,
  path: OpenSloPath,
  dataSources: DataSources,
): Record<string, unknown> {
  const { thresholdMetric, ratioMetric } = spec;
  const convertAt = (metric: unknown, ...steps: string[]) =>
    convertMetric(metric, [...path, ...steps], dataSources);
  const parts = ['good', 'bad', 'total', 'raw'];
  return {
    ...spec,
    ...(isMap(thresholdMetric) && {
      thresholdMetric: convertAt(thresholdMetric, 'thresholdMetric'),
    }),
    ...(isMap(ratioMetric) && {
      ratioMetric: Object.fromEntries(
        Object.entries(ratioMetric).map(([key, value]) => [
          key,
          parts.includes(key) ? convertAt(value, 'ratioMetric', key) : value,
        ]),
      ),
    }),
  };
}

function convertMetric(
  metric: unknown,
  path: OpenSloPath,
  dataSources: DataSources,
): unknown {
  if (!isMap(metric)) {
    return metric;
  }
  const { dataSourceRef, dataSourceSpec, spec, metricSource, ...rest } = metric;
  const reference =
    dataSourceRef ??
    (dataSourceSpec === undefined
      ? undefined
      : dataSources.detach(dataSourceSpec, [...path, 'dataSourceSpec']));
  return {
    ...rest,
    metricSource: {
      ...mapOf(metricSource),
      ...(reference !== undefined && { metricSourceRef: reference }),
      spec: spec ?? {},
    },
  };
}
