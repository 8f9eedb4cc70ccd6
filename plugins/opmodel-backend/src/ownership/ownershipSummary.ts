import {
  computeCoverage,
  type CoveragePoint,
  type LadderCount,
  ofTier,
  type OwnershipDefinition,
  type OwnershipExplanation,
  type OwnershipGap,
  ownershipGaps,
  ownershipRungs,
  type OwnershipSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan } from '../catalog/ComponentSelection';
import type { LadderChange } from './OwnershipStore';
import { trendDays } from './trendDays';

/** What a coverage is made of. */
export interface CoverageEvidence {
  /** How the counts came about up to the end of the window. */
  changes: readonly LadderChange[];
  /** Entities with each gap at the end of the window. */
  gaps: ReadonlyMap<OwnershipGap, number>;
  /** Days on which another definition began to count. */
  definitionChanges: readonly string[];
}

/** The numbers of a summary, without what they are of. */
export type CoverageNumbers = Pick<
  OwnershipSummary,
  'coverage' | 'rungs' | 'gaps' | 'tiers' | 'trend' | 'change'
>;

/** Draws what a summary tells from counts alone, so that a scope is the union of its parts. */
export function summarizeCoverage(
  { changes, gaps, definitionChanges }: CoverageEvidence,
  definition: OwnershipDefinition,
  window: DaySpan,
): CoverageNumbers {
  const counts = countsUpTo(changes, window.to);
  const trend = trendDays(window).map((day, index, days): CoveragePoint => {
    const upTo = countsUpTo(changes, day);
    const { state: _state, ...coverage } = computeCoverage(upTo, definition);
    const since = days[index - 1];
    return {
      day,
      ...coverage,
      rungs: ownershipRungs.map(
        (_, rung) => computeCoverage(upTo, definition, rung + 1).full,
      ),
      definitionChanged: definitionChanges.some(
        changed => since !== undefined && changed > since && changed <= day,
      ),
    };
  });
  const first = trend[0].share;
  const last = trend[trend.length - 1].share;
  return {
    coverage: computeCoverage(counts, definition),
    rungs: ownershipRungs.map((rung, index) => {
      const { full, entities, share, weightedShare } = computeCoverage(
        counts,
        definition,
        index + 1,
      );
      return { rung, reached: full, entities, share, weightedShare };
    }),
    gaps: ownershipGaps.map(gap => ({ gap, entities: gaps.get(gap) ?? 0 })),
    tiers: tiersOf(counts).map(tier => ({
      tier,
      weight: ofTier(definition.tierWeights, tier),
      coverage: computeCoverage(
        counts.filter(count => count.tier === tier),
        definition,
      ),
    })),
    trend,
    change: first === null || last === null ? null : last - first,
  };
}

/** Says where a coverage comes from: the figures in the order in which the formula takes them. */
export function explainCoverage(
  counts: readonly LadderCount[],
  definition: OwnershipDefinition,
  leftOut: { kindNotOwned: number; lifecycleLeftOut: number },
): Pick<
  OwnershipExplanation,
  'state' | 'n' | 'figures' | 'weights' | 'excluded'
> {
  const { entities, full, share, weightedShare, state } = computeCoverage(
    counts,
    definition,
  );
  const weights = tiersOf(counts).map(tier => {
    const ofThis = computeCoverage(
      counts.filter(count => count.tier === tier),
      definition,
    );
    return {
      tier,
      weight: ofTier(definition.tierWeights, tier),
      entities: ofThis.entities,
      full: ofThis.full,
    };
  });
  const weigh = (count: 'entities' | 'full') =>
    weights.reduce((sum, tier) => sum + tier.weight * tier[count], 0);
  return {
    state,
    n: entities,
    figures: [
      { label: 'full', value: full },
      { label: 'entities', value: entities },
      { label: 'share', value: share },
      { label: 'full-weight', value: weigh('full') },
      { label: 'weight', value: weigh('entities') },
      { label: 'weighted-share', value: weightedShare },
    ],
    weights,
    excluded: [
      { reason: 'kind_not_owned', count: leftOut.kindNotOwned },
      { reason: 'lifecycle_left_out', count: leftOut.lifecycleLeftOut },
    ],
  };
}

/** The counts of a day, as changes add up to them. */
function countsUpTo(
  changes: readonly LadderChange[],
  day: string,
): LadderCount[] {
  const counts = new Map<string, LadderCount>();
  for (const change of changes) {
    if (change.day <= day) {
      const { tier, reached, entities } = change;
      const key = JSON.stringify([tier, reached]);
      const before = counts.get(key)?.entities ?? 0;
      counts.set(key, { tier, reached, entities: before + entities });
    }
  }
  return [...counts.values()].filter(({ entities }) => entities > 0);
}

/** The tiers that there are in order, and what has none at the end. */
function tiersOf(counts: readonly LadderCount[]): (string | null)[] {
  const tiers = new Set(counts.map(({ tier }) => tier));
  const named = [...tiers].flatMap(tier => tier ?? []).sort();
  return [...named, ...(tiers.has(null) ? [null] : [])];
}
