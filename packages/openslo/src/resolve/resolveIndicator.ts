import { isMap } from '../document/isMap';
import { mapOf, nameOf, textOf } from '../document/readPlain';
import { below, type Place, type Resolution } from './Resolution';
import type { ResolvedIndicator, ResolvedMetricSource } from './ResolvedSlo';

/** An indicator with its name; without an indicator when it cannot be measured, which the problems explain. */
export interface NamedIndicator {
  indicator: ResolvedIndicator | null;
  indicatorName: string | null;
}

/** Resolves `indicator` or `indicatorRef` of an SLO or of one of its objectives. */
export function resolveIndicator(
  holder: Record<string, unknown>,
  place: Place,
  resolution: Resolution,
): NamedIndicator {
  const reference = textOf(holder.indicatorRef);
  if (isMap(holder.indicator)) {
    const { spec } = holder.indicator;
    return {
      indicatorName: nameOf(holder.indicator),
      indicator: resolveSli(
        mapOf(spec),
        below(place, 'indicator', 'spec'),
        resolution,
      ),
    };
  }
  if (reference === null) {
    resolution.add(
      'error',
      'indicator-missing',
      place,
      'There is no indicator, so nothing is measured.',
    );
    return { indicator: null, indicatorName: null };
  }
  const from = below(place, 'indicatorRef');
  const sli = resolution.follow('SLI', reference, from);
  return {
    indicatorName: reference,
    indicator: sli ? resolveSli(sli.spec, sli.place, resolution) : null,
  };
}

function resolveSli(
  spec: Record<string, unknown>,
  place: Place,
  resolution: Resolution,
): ResolvedIndicator | null {
  if (isMap(spec.thresholdMetric)) {
    const at = below(place, 'thresholdMetric');
    const metric = resolveMetric(spec.thresholdMetric, at, resolution);
    return metric && { type: 'threshold', metric };
  }
  if (isMap(spec.ratioMetric)) {
    return resolveRatio(
      spec.ratioMetric,
      below(place, 'ratioMetric'),
      resolution,
    );
  }
  resolution.add(
    'error',
    'indicator-missing',
    place,
    'The SLI has neither a thresholdMetric nor a ratioMetric.',
  );
  return null;
}

function resolveRatio(
  ratio: Record<string, unknown>,
  place: Place,
  resolution: Resolution,
): ResolvedIndicator | null {
  const counter = ratio.counter === true;
  const metric = (key: string) =>
    isMap(ratio[key])
      ? resolveMetric(mapOf(ratio[key]), below(place, key), resolution)
      : null;
  if (isMap(ratio.raw)) {
    const raw = metric('raw');
    const { rawType } = ratio;
    if (rawType !== 'success' && rawType !== 'failure') {
      resolution.add(
        'error',
        'indicator-missing',
        below(place, 'rawType'),
        'rawType says whether the ratio is of success or failure.',
      );
      return null;
    }
    return raw && { type: 'raw', counter, rawType, raw };
  }
  const hasOnePart = isMap(ratio.good) !== isMap(ratio.bad);
  if (!hasOnePart || !isMap(ratio.total)) {
    resolution.add(
      'error',
      'indicator-missing',
      place,
      'A ratio has good and total, bad and total, or raw.',
    );
    return null;
  }
  const part = isMap(ratio.good) ? 'good' : 'bad';
  const counted = metric(part);
  const total = metric('total');
  return counted && total
    ? { type: 'ratio', counter, [part]: counted, total }
    : null;
}

function resolveMetric(
  metric: Record<string, unknown>,
  place: Place,
  resolution: Resolution,
): ResolvedMetricSource | null {
  const source = mapOf(metric.metricSource);
  const at = below(place, 'metricSource');
  const dataSource = textOf(source.metricSourceRef);
  let type = textOf(source.type);
  let connection: Record<string, unknown> = {};
  if (dataSource !== null) {
    const found = resolution.find('DataSource', dataSource);
    const spec = mapOf((found?.value as { spec?: unknown })?.spec);
    connection = mapOf(spec.connectionDetails);
    type = type ?? textOf(spec.type);
    if (!found) {
      // With a type it can still be asked: the operator may have configured a data source of this name.
      resolution.add(
        type === null ? 'error' : 'warning',
        'reference-unknown',
        below(at, 'metricSourceRef'),
        `There is no DataSource of the name ${dataSource}.`,
        dataSource,
      );
    }
  }
  if (type === null) {
    if (dataSource === null) {
      resolution.add(
        'error',
        'metric-source-unknown',
        at,
        'The metric source has neither a type nor a metricSourceRef.',
      );
    }
    return null;
  }
  return { type, dataSource, connection, spec: mapOf(source.spec) };
}
