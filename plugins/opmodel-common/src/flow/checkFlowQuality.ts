/** What tells how good the facts behind the flow metrics are. */
export const flowQualityCheckIds = [
  'items-with-start',
  'items-with-category',
  'items-with-states',
  'clocks',
  'collection',
] as const;

/** Identifier of a check of flow's facts. */
export type FlowQualityCheckId = (typeof flowQualityCheckIds)[number];

/** What one check found. */
export interface FlowQualityCheck {
  id: FlowQualityCheckId;
  /** Numerator by denominator, 0 to 1; null where nothing is divided by. */
  share: number | null;
  numerator: number;
  denominator: number;
  /** From this share on the check is passed, 0 to 1. */
  threshold: number;
  /** Null: there is nothing to check. */
  passed: boolean | null;
}

/** What all checks come to. */
export interface FlowFactsQuality {
  /** `doubtful`: a check is not passed; `unknown`: there is nothing to check. */
  state: 'good' | 'doubtful' | 'unknown';
  checks: FlowQualityCheck[];
}

/** Numbers of completed items, such as the day rows give them. */
export interface FlowQualityFigures {
  completed: number;
  /** Without a start that can be used. */
  unstarted: number;
  unclassified: number;
  withStates: number;
  clockProblems: number;
  /** Days of the window on which the facts were collected, of those on which they should have been; null: not known. */
  collection: { collected: number; expected: number } | null;
}

/** The share from which on each check is passed where the organisation sets none. */
export const flowQualityThresholds: Readonly<
  Record<FlowQualityCheckId, number>
> = {
  'items-with-start': 0.8,
  'items-with-category': 0.8,
  'items-with-states': 0.5,
  clocks: 0.95,
  collection: 0.9,
};

/**
 * Checks how good the facts behind the flow metrics of a window are:
 *
 * - items-with-start: completed items with a start that can be used; without it there is no cycle time
 * - items-with-category: completed items that say what they are for; without it there is no allocation
 * - items-with-states: completed items known state by state; without it there is no efficiency
 * - clocks: completed items whose instants do not contradict each other
 * - collection: days on which the facts were collected
 */
export function checkFlowQuality(
  figures: FlowQualityFigures,
  thresholds: Partial<Record<FlowQualityCheckId, number>> = {},
): FlowFactsQuality {
  const { completed, collection } = figures;
  const found: Record<FlowQualityCheckId, [number, number]> = {
    'items-with-start': [completed - figures.unstarted, completed],
    'items-with-category': [completed - figures.unclassified, completed],
    'items-with-states': [figures.withStates, completed],
    clocks: [completed - figures.clockProblems, completed],
    collection: [collection?.collected ?? 0, collection?.expected ?? 0],
  };
  const checks = flowQualityCheckIds.map(id => {
    const [numerator, denominator] = found[id];
    const share = denominator === 0 ? null : numerator / denominator;
    const threshold = thresholds[id] ?? flowQualityThresholds[id];
    return {
      id,
      share,
      numerator,
      denominator,
      threshold,
      passed: share === null ? null : share >= threshold,
    };
  });
  return { state: stateOf(checks), checks };
}

function stateOf(
  checks: readonly FlowQualityCheck[],
): FlowFactsQuality['state'] {
  if (checks.some(({ passed }) => passed === false)) {
    return 'doubtful';
  }
  return checks.some(({ passed }) => passed) ? 'good' : 'unknown';
}
