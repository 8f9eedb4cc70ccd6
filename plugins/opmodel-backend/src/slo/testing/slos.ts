import type {
  SloDefinition,
  SloObjective,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  definitionHashOf,
  indicatorHashOf,
  sliceHashOf,
} from '../definitions/definitionHashes';
import type { SloChanges } from '../definitions/SloDefinitionStore';

/** A Sunday noon in Europe's winter, on the border of an hour. */
export const noon = Date.parse('2026-11-22T12:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An objective of 99 % that a source of the type `toy` measures. */
export function objectiveOf(given: Partial<SloObjective> = {}): SloObjective {
  const metric = (query: string) => ({
    type: 'toy',
    dataSource: null,
    connection: {},
    spec: { query },
  });
  return {
    index: 0,
    title: null,
    target: 0.99,
    timeSliceTarget: null,
    timeSliceSeconds: null,
    comparison: null,
    indicator: {
      type: 'ratio',
      counter: true,
      good: metric('good'),
      total: metric('total'),
    },
    weight: 1,
    ...given,
  };
}

/** An SLO of one objective over 30 rolling days. */
export function definitionOf(
  ref: string,
  given: Partial<SloDefinition> = {},
): SloDefinition {
  return {
    ref,
    title: `The promise of ${ref}`,
    description: null,
    entityRef: 'component:default/checkout',
    ownerRef: null,
    budgetingMethod: 'Occurrences',
    window: { type: 'rolling', duration: { count: 30, unit: 'd' } },
    objectives: [objectiveOf()],
    composite: false,
    alertConditions: [],
    reviewOn: null,
    ...given,
  };
}

/** What the definition of an SLO changes, as a scan would say it. */
export function definedOf(
  definition: SloDefinition,
  given: Partial<SloChanges['defined'][number]> = {},
): SloChanges['defined'][number] {
  return {
    definition,
    sourceType: 'toy',
    definitionHash: definitionHashOf(definition, 'toy'),
    indicatorHash: indicatorHashOf(definition),
    sliceHash: sliceHashOf(definition),
    problems: [],
    countsFrom: null,
    recount: false,
    ...given,
  };
}
