import type {
  MetricSource,
  SliIndicator,
  SloDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import { isEqual } from 'lodash';
import { countsByMinute } from '../measurement/countsByMinute';
import { metricSourcesOf } from './toDefinition';

/** Sources that count what the engine knows of the entity that is measured, so that another entity means other numbers. */
const typesAboutEntities = ['opmodel'];

/** Tells a definition from every other. */
export function definitionHashOf(
  definition: SloDefinition,
  sourceType: string | null,
): string {
  return hashOf([definition, sourceType]);
}

/**
 * Tells what the buckets of each objective mean, by its index. Where a server stands does not change it, nor do target, window and
 * budgeting method: they say how buckets are judged.
 */
export function indicatorHashOf(definition: SloDefinition): string {
  return JSON.stringify(
    Object.fromEntries(
      definition.objectives.map(({ index, indicator, comparison }) => [
        index,
        indicator &&
          hashOf([
            withoutConnection(indicator),
            comparison,
            metricSourcesOf(indicator).some(({ type }) =>
              typesAboutEntities.includes(type),
            )
              ? definition.entityRef
              : null,
          ]),
      ]),
    ),
  );
}

/**
 * Whether the buckets of an objective mean something else now. An objective that is added, or is measured for the first time, changes
 * nothing for the others.
 */
export function meansSomethingElse(before: string, after: string): boolean {
  const known: Record<string, string | null> = JSON.parse(before);
  const now: Record<string, string | null> = JSON.parse(after);
  return Object.entries(known).some(
    ([index, hash]) =>
      hash !== null &&
      now[index] !== undefined &&
      now[index] !== null &&
      now[index] !== hash,
  );
}

/** The objectives that an SLO did not measure before, or of which the buckets mean something else now. */
export function newlyMeasured(before: string, after: string): number[] {
  const known: Record<string, string | null> = JSON.parse(before);
  const now: Record<string, string | null> = JSON.parse(after);
  return Object.entries(now)
    .filter(([index, hash]) => hash !== null && known[index] !== hash)
    .map(([index]) => Number(index));
}

/**
 * The hash to keep of an indicator: an objective that cannot be measured at the moment keeps that of its buckets, so that what measures it
 * next is compared with them.
 */
export function carryIndicatorHash(
  before: string | undefined,
  after: string,
): string {
  if (before === undefined) {
    return after;
  }
  const known: Record<string, string | null> = JSON.parse(before);
  const now: Record<string, string | null> = JSON.parse(after);
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(now).map(([index, hash]) => [
        index,
        hash ?? known[index] ?? null,
      ]),
    ),
  );
}

/** Tells how slices are counted, and from which buckets where it is not from those that are kept. */
export function sliceHashOf(definition: SloDefinition): string {
  return hashOf([
    definition.budgetingMethod,
    definition.objectives.map(objective => [
      objective.index,
      objective.timeSliceSeconds,
      objective.timeSliceTarget,
      ...(countsByMinute(objective, definition) ? ['minutes'] : []),
    ]),
  ]);
}

function withoutConnection(indicator: SliIndicator): unknown {
  return JSON.parse(JSON.stringify(indicator), (key, value) =>
    isSource(value) && key !== 'spec'
      ? { type: value.type, dataSource: value.dataSource, spec: value.spec }
      : value,
  );
}

function isSource(value: unknown): value is MetricSource {
  return (
    typeof value === 'object' &&
    value !== null &&
    isEqual(Object.keys(value).sort(), [
      'connection',
      'dataSource',
      'spec',
      'type',
    ])
  );
}

/** Of the same text whatever the order of the keys: documents are stored in between. */
function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(
      JSON.stringify(value, (_key, part) =>
        part && typeof part === 'object' && !Array.isArray(part)
          ? Object.fromEntries(
              Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
            )
          : part,
      ),
    )
    .digest('base64url');
}
