import {
  scoreCauses,
  type ScoreCause,
  type ScoreChangeReport,
} from '@opmodel/backstage-plugin-opmodel-common';

/** One step of a waterfall, in shares of 0 to 1. */
export interface WaterfallStep {
  cause: ScoreCause;
  part: number;
  /** Where the steps before it lead to, and where it leads to. */
  from: number;
  to: number;
}

/** A waterfall from the share before to the share after. */
export interface Waterfall {
  before: number;
  after: number;
  steps: WaterfallStep[];
  /** Lowest and highest share that it touches: what a picture of it spans. */
  low: number;
  high: number;
}

/** Puts the parts of a change one after another; undefined where the change is not known. */
export function waterfallOf({
  before,
  after,
  parts,
}: Pick<ScoreChangeReport, 'before' | 'after' | 'parts'>):
  | Waterfall
  | undefined {
  if (before === null || after === null || parts === null) {
    return undefined;
  }
  let reached = before;
  const steps = scoreCauses.map(cause => {
    const part = parts[cause];
    const from = reached;
    reached += part;
    return { cause, part, from, to: reached };
  });
  const touched = [before, after, ...steps.map(({ to }) => to)];
  return {
    before,
    after,
    steps,
    low: Math.min(...touched),
    high: Math.max(...touched),
  };
}
