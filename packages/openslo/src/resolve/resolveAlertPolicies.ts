import {
  listOf,
  mapOf,
  nameOf,
  numberOf,
  textOf,
  titleOf,
} from '../document/readPlain';
import { parseDuration } from '../duration/parseDuration';
import { isMap } from '../document/isMap';
import type { OpenSloOperator, OpenSloV1Kind } from '../versions/v1';
import { below, type Place, type Resolution } from './Resolution';
import type {
  ResolvedAlertCondition,
  ResolvedAlertPolicy,
  ResolvedNotificationTarget,
} from './ResolvedSlo';

/** Something that was referred to or stood in place. */
interface Found {
  name: string;
  title: string | null;
  spec: Record<string, unknown>;
  place: Place;
}

/** Resolves the alert policies of an SLO with their conditions and targets. */
export function resolveAlertPolicies(
  policies: unknown,
  place: Place,
  resolution: Resolution,
): ResolvedAlertPolicy[] {
  return listOf(policies).flatMap((item, index) => {
    const policy = findItem(
      item,
      { referenceField: 'alertPolicyRef', kind: 'AlertPolicy' },
      below(place, index),
      resolution,
      `policy-${index + 1}`,
    );
    return policy ? [resolvePolicy(policy, resolution)] : [];
  });
}

function resolvePolicy(
  { name, title, spec, place }: Found,
  resolution: Resolution,
): ResolvedAlertPolicy {
  const conditions = listOf(spec.conditions).flatMap((item, index) => {
    const condition = findItem(
      item,
      { referenceField: 'conditionRef', kind: 'AlertCondition' },
      below(place, 'conditions', index),
      resolution,
      `${name}-condition-${index + 1}`,
    );
    const resolved = condition && resolveCondition(condition, resolution);
    return resolved ? [resolved] : [];
  });
  const notificationTargets = listOf(spec.notificationTargets).flatMap(
    (item, index) => {
      const target = findItem(
        item,
        { referenceField: 'targetRef', kind: 'AlertNotificationTarget' },
        below(place, 'notificationTargets', index),
        resolution,
        `${name}-target-${index + 1}`,
      );
      return target ? [resolveTarget(target)] : [];
    },
  );
  return {
    name,
    title,
    description: textOf(spec.description),
    alertWhenNoData: spec.alertWhenNoData === true,
    alertWhenResolved: spec.alertWhenResolved === true,
    alertWhenBreaching: spec.alertWhenBreaching !== false,
    conditions,
    notificationTargets,
  };
}

const operators: readonly unknown[] = ['lte', 'gte', 'lt', 'gt'];

function resolveCondition(
  { name, spec, place }: Found,
  resolution: Resolution,
): ResolvedAlertCondition | null {
  const condition = mapOf(spec.condition);
  const threshold = numberOf(condition.threshold);
  const lookback = durationOf(condition.lookbackWindow);
  const kind = textOf(condition.kind) ?? 'burnrate';
  if (
    threshold === null ||
    lookback === null ||
    kind.toLowerCase() !== 'burnrate'
  ) {
    resolution.add(
      'error',
      'condition-unusable',
      below(place, 'condition'),
      'The condition is no burnrate with a threshold and a lookbackWindow, so it never alerts.',
    );
    return null;
  }
  return {
    name,
    severity: textOf(spec.severity) ?? 'unknown',
    threshold,
    // The examples of the specification left it out for years; a burn rate alerts when it is high.
    operator: operators.includes(condition.op)
      ? (condition.op as OpenSloOperator)
      : 'gte',
    lookback,
    alertAfter: durationOf(condition.alertAfter),
  };
}

function resolveTarget({ name, spec }: Found): ResolvedNotificationTarget {
  return {
    name,
    target: textOf(spec.target) ?? 'unknown',
    description: textOf(spec.description),
  };
}

/** A number is one of minutes. */
function durationOf(value: unknown) {
  return parseDuration(typeof value === 'number' ? `${value}m` : `${value}`);
}

function findItem(
  item: unknown,
  sort: { referenceField: string; kind: OpenSloV1Kind },
  place: Place,
  resolution: Resolution,
  nameWithoutMetadata: string,
): Found | undefined {
  const { referenceField, kind } = sort;
  const reference = textOf(item) ?? textOf(mapOf(item)[referenceField]);
  if (reference !== null) {
    const at = textOf(item) ? place : below(place, referenceField);
    const found = resolution.follow(kind, reference, at);
    return (
      found && { ...found, title: titleOf(mapOf(found.place.document.value)) }
    );
  }
  if (!isMap(item)) {
    return undefined;
  }
  return {
    name: nameOf(item) ?? nameWithoutMetadata,
    title: titleOf(item),
    spec: mapOf(item.spec),
    place: below(place, 'spec'),
  };
}
