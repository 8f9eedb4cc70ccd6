import {
  type MetricSource,
  reviewOnAnnotation,
  type SliIndicator,
  type SloDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  durationSeconds,
  type ResolvedIndicator,
  type ResolvedMetricSource,
  type ResolvedSlo,
} from '@opmodel/openslo';
import { DateTime } from 'luxon';
import type { CatalogEntity } from '../../catalog/CatalogStore';

/** An SLO as the engine works with it, from its document. */
export function toDefinition(
  slo: ResolvedSlo,
  entity: CatalogEntity,
  entityRef: string | null,
): SloDefinition {
  return {
    ref: entity.ref,
    title: slo.title ?? entity.title ?? slo.name,
    description: slo.description,
    entityRef,
    ownerRef: entity.ownerRef ?? null,
    budgetingMethod: slo.budgetingMethod,
    window: slo.window,
    objectives: slo.objectives.map(({ indicator, ...objective }) => ({
      index: objective.index,
      title: objective.title,
      target: objective.target,
      timeSliceTarget: objective.timeSliceTarget,
      timeSliceSeconds: objective.timeSliceSeconds,
      comparison: objective.comparison,
      indicator: indicator && toIndicator(indicator),
      weight: objective.weight,
    })),
    composite: slo.composite,
    alertConditions: slo.alertPolicies.flatMap(policy =>
      policy.conditions.map(condition => ({
        policy: policy.name,
        severity: condition.severity,
        threshold: condition.threshold,
        operator: condition.operator,
        lookbackSeconds: durationSeconds(condition.lookback),
        alertAfterSeconds: condition.alertAfter
          ? durationSeconds(condition.alertAfter)
          : 0,
        alertWhenNoData: policy.alertWhenNoData,
        alertWhenResolved: policy.alertWhenResolved,
        ...(policy.alertWhenBreaching ? {} : { alertWhenBreaching: false }),
      })),
    ),
    reviewOn: readReviewDay(entity),
  };
}

/** The day of review that an entity names; null where it names none, or something that is no day. */
export function readReviewDay({ annotations }: CatalogEntity): string | null {
  const text = annotations[reviewOnAnnotation]?.trim() ?? '';
  return DateTime.fromFormat(text, 'yyyy-MM-dd').isValid ? text : null;
}

function toIndicator(indicator: ResolvedIndicator): SliIndicator {
  switch (indicator.type) {
    case 'ratio': {
      const { counter, good, bad, total } = indicator;
      return {
        type: 'ratio',
        counter,
        ...(good && { good: toSource(good) }),
        ...(bad && { bad: toSource(bad) }),
        total: toSource(total),
      };
    }
    case 'raw':
      return { ...indicator, raw: toSource(indicator.raw) };
    default:
      return { ...indicator, metric: toSource(indicator.metric) };
  }
}

function toSource(source: ResolvedMetricSource): MetricSource {
  return { ...source, type: source.type.toLowerCase() };
}

/** The metric sources of an indicator. */
export function metricSourcesOf(indicator: SliIndicator): MetricSource[] {
  switch (indicator.type) {
    case 'ratio': {
      const { good, bad, total } = indicator;
      return [good, bad, total].filter(source => source !== undefined);
    }
    case 'raw':
      return [indicator.raw];
    default:
      return [indicator.metric];
  }
}
