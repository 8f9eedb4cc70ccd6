import {
  computePipelines,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { belongsOn, isInside } from './FakeComponents';
import type { FlowInMemory } from './FakeFlowSelection';
import type { PipelineRow } from './FlowStore';

/** The pipelines of a selection, those that fail most often first. */
export function listPipelines(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
  limit: number,
): PipelineRow[] {
  const rows = kept.components.flatMap(component => {
    const result = kept.resultOf(component.ref);
    const runs = (result?.runs ?? []).filter(({ at }) => {
      const day = at === null ? '' : dayOf(at, result!.zone);
      return isInside(span, day) && belongsOn(component, selection, day);
    });
    return computePipelines(runs).map(
      (health): PipelineRow => ({
        pipeline: health.pipeline,
        entityRef: component.ref,
        entityName: component.name,
        entityTitle: component.title ?? null,
        runs: health.success.denominator,
        successes: health.success.numerator,
        durationMedian: health.durationMedian,
        lastRunAt: health.lastRunAt,
        lastResult: health.lastResult,
        url: null,
      }),
    );
  });
  return rows
    .sort(
      (a, b) =>
        b.runs - b.successes - (a.runs - a.successes) ||
        b.runs - a.runs ||
        compare(a.entityRef, b.entityRef) ||
        compare(a.pipeline ?? '', b.pipeline ?? ''),
    )
    .slice(0, limit);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
