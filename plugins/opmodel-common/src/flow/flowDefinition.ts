import type { WorkItemCategory } from '../intake/observation';

/** In what capacity is told: items, seconds in which items moved, or days of one engineer. */
export type AllocationUnit = 'items' | 'active_time' | 'engineer_days';

/** Shares of capacity by category, 0 to 1; nothing is agreed for a category that is absent. */
export type CapacitySplit = Partial<Record<WorkItemCategory, number>>;

/** A named definition of the flow metrics: every choice that changes the answer, in one place. */
export interface FlowDefinition {
  id: 'flow-2026';
  version: string;
  title: string;
  /** Page below the documentation root that describes the definition. */
  docs: string;
  /**
   * Where an item that was put back among what is to do, and taken up again, starts: with the first time that it was in progress, so
   * that what lies between is waiting, or with the last, so that what lies before is forgotten. One that was reopened without being
   * put back keeps its start either way.
   */
  start: 'first' | 'last';
  /** When an item that was reopened is completed. What it spent as done before is waiting: it was not done. */
  reopened: 'last_completion';
  /**
   * What durations run in. Nights, weekends and holidays count: whoever waits for the work waits through them. Where an organisation
   * asks for it, only its working days do, each of them from midnight to midnight.
   */
  calendar: 'calendar_days' | 'working_days';
  /** The share of items that the service level expectation is made for, 0 to 1. */
  expectationShare: number;
  /** In what capacity is told where the organisation chose nothing. */
  allocationUnit: AllocationUnit;
  /** The split that holds where none is agreed. Platform work has no share of its own in it. */
  defaultSplit: CapacitySplit;
  /** Above this share of work without a category, allocation is shown and not graded. */
  unclassifiedThreshold: number;
  /** Below this many completed items, a duration, a share or an expectation is shown and not graded. */
  minimumItems: number;
  /** Below this many items in the history, a forecast is shown and called thin. */
  minimumForecastItems: number;
  /** Below this many forecasts that are due, calibration is shown and not graded. */
  minimumForecasts: number;
  /** Below this many runs, the success or duration of a pipeline is shown and not graded. */
  minimumBuilds: number;
}

/** How forecasts are made, whichever definition holds. */
export const forecastRules = {
  /** Days of past throughput that are drawn from, the days without any completion included. */
  historyDays: 90,
  /** How often the future is played through. */
  trials: 10_000,
  /** The confidence levels that are told. */
  confidences: [0.5, 0.7, 0.85, 0.95],
  /** What is not done within so many days is "not within three years". */
  horizonDays: 3 * 365,
} as const;

/** The definition that is in use. */
export const flow2026Definition: FlowDefinition = {
  id: 'flow-2026',
  version: '1',
  title: 'Flow 2026',
  docs: 'flow#the-flow-2026-definition',
  start: 'first',
  reopened: 'last_completion',
  calendar: 'calendar_days',
  expectationShare: 0.85,
  allocationUnit: 'items',
  defaultSplit: { feature: 0.6, reliability: 0.2, debt: 0.1, security: 0.1 },
  unclassifiedThreshold: 0.2,
  minimumItems: 5,
  minimumForecastItems: 10,
  minimumForecasts: 10,
  minimumBuilds: 5,
};
