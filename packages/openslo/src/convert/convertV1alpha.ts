import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloPath } from '../document/OpenSloPath';
import { listOf, mapOf, textOf } from '../document/readPlain';
import { isMap } from '../document/isMap';
import { budgetingMethodOf } from '../versions/budgetingMethod';
import { type Conversion, shorten } from './Conversion';
import type { OpenSloV1Document } from './convertToV1';
import { convertWindow } from './convertV1alphaWindow';

/**
 * Converts a document of `openslo/v1alpha`. There, each objective has a ratio of its own; where these differ, each becomes an SLO of
 * its own, as a composite of v1 would mean something else.
 */
export function convertV1alpha(
  document: OpenSloDocument,
  conversion: Conversion,
): OpenSloV1Document[] {
  const { spec } = document.value as { spec?: unknown };
  if (document.kind !== 'SLO' || !isMap(spec)) {
    return [conversion.finish(spec, path => path)];
  }
  const groups = groupByRatio(listOf(spec.objectives));
  if (groups.length > 1) {
    conversion.add(
      'warning',
      'split',
      ['spec', 'objectives'],
      `The objectives have ratios of their own, so the SLO becomes ${groups.length} SLOs.`,
    );
  }
  const name = document.name ?? 'unnamed';
  const specs = groups.map((group, place) => ({
    group,
    name: groups.length > 1 ? shorten(name, `-${place + 1}`) : undefined,
    spec: convertSpec(
      spec,
      group,
      groups.length > 1 ? shorten(name, `-${place + 1}`) : name,
      conversion,
    ),
  }));
  // All are converted before any is finished: each carries everything that has no place.
  return specs.map(({ group, name: ownName, spec: ownSpec }) =>
    conversion.finish(ownSpec, path => locate(path, group), ownName),
  );
}

/** Objectives that share a ratio, by their places. */
interface RatioGroup {
  places: number[];
  ratio: unknown;
}

function groupByRatio(objectives: readonly unknown[]): RatioGroup[] {
  const groups = new Map<string, RatioGroup>();
  objectives.forEach((objective, place) => {
    const { ratioMetrics: ratio } = mapOf(objective);
    const key = JSON.stringify(ratio ?? null);
    const group = groups.get(key) ?? { places: [], ratio };
    group.places.push(place);
    groups.set(key, group);
  });
  return groups.size > 0
    ? [...groups.values()]
    : [{ places: [], ratio: undefined }];
}

/** Where in the source stands what has this path in the converted document. */
function locate(path: OpenSloPath, { places }: RatioGroup): OpenSloPath {
  return path.map((step, index) => {
    if (step === 'timeWindow') {
      return 'timeWindows';
    }
    return path[index - 1] === 'objectives' && typeof step === 'number'
      ? places[step] ?? step
      : step;
  });
}

function convertSpec(
  spec: Record<string, unknown>,
  { places, ratio }: RatioGroup,
  name: string,
  conversion: Conversion,
): Record<string, unknown> {
  const indicator = convertIndicator(spec.indicator, ratio, name);
  const converted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(spec)) {
    if (key === 'timeWindows') {
      converted.timeWindow = listOf(value).map((window, index) =>
        convertWindow(window, ['spec', 'timeWindows', index], conversion),
      );
    } else if (key === 'objectives') {
      // The indicator comes before the objectives, as people write it.
      converted.indicator ??= indicator;
      converted.objectives = places.map(place =>
        convertObjective(
          listOf(value)[place],
          ['spec', 'objectives', place],
          spec,
          conversion,
        ),
      );
    } else if (key === 'indicator') {
      converted.indicator = indicator;
    } else {
      converted[key] = value;
    }
  }
  if (converted.indicator === undefined) {
    delete converted.indicator;
  }
  return converted;
}

function convertIndicator(
  indicator: unknown,
  ratio: unknown,
  name: string,
): unknown {
  const metadata = { name: shorten(name, '-sli') };
  if (isMap(ratio)) {
    const { incremental, good, total, ...rest } = ratio;
    return {
      metadata,
      spec: {
        ratioMetric: {
          ...rest,
          ...(incremental !== undefined && { counter: incremental }),
          good: convertMetric(good),
          total: convertMetric(total),
        },
      },
    };
  }
  if (!isMap(indicator)) {
    return indicator;
  }
  const { thresholdMetric, ...rest } = indicator;
  return {
    ...rest,
    metadata,
    spec: { thresholdMetric: convertMetric(thresholdMetric) },
  };
}

function convertMetric(metric: unknown): unknown {
  const { source, ...spec } = mapOf(metric);
  return {
    metricSource: { ...(source !== undefined && { type: source }), spec },
  };
}

/** What stands in for the length of slices, which v1alpha does not say: as long as where v1 does not say it either. */
const SLICE_UNLESS_GIVEN = '5m';

function convertObjective(
  objective: unknown,
  path: OpenSloPath,
  spec: Record<string, unknown>,
  conversion: Conversion,
): unknown {
  if (!isMap(objective)) {
    return objective;
  }
  const { ratioMetrics, ...converted } = objective;
  if (isMap(ratioMetrics)) {
    for (const key of ['value', 'op']) {
      if (key in converted) {
        conversion.keep(
          [...path, key],
          converted[key],
          `With a ratio, v1 has no ${key}.`,
        );
        delete converted[key];
      }
    }
  }
  const method = budgetingMethodOf(textOf(spec.budgetingMethod) ?? '');
  if (method === 'Timeslices' && !('timeSliceWindow' in converted)) {
    converted.timeSliceWindow = SLICE_UNLESS_GIVEN;
    conversion.add(
      'warning',
      'slice-assumed',
      path,
      `v1alpha does not say how long a slice is; ${SLICE_UNLESS_GIVEN} is assumed.`,
    );
  }
  return converted;
}
