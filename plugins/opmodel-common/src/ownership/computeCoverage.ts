import type { OwnershipCoverage } from '../client/OwnershipApi';
import { ownershipRungs } from './assessOwnership';
import { type OwnershipDefinition, ofTier } from './ownershipDefinition';

/** Entities of one tier that reach the same number of rungs. */
export interface LadderCount {
  tier: string | null;
  /** Rungs reached, 0 to 7. */
  reached: number;
  entities: number;
}

/**
 * The share of entities that reach at least a number of rungs.
 *
 * `share = reaching / entities`, and weighted by tier `Σ weight × reaching / Σ weight × entities`. Both are computed from counts,
 * so that the coverage of a scope is that of the union of its parts.
 *
 * @param counts - in any order; several of one tier and number are added up
 * @param rungs - rungs to be reached, by default all
 * @returns shares of null without entities
 */
export function computeCoverage(
  counts: Iterable<LadderCount>,
  definition: Pick<OwnershipDefinition, 'tierWeights' | 'minimumEntities'>,
  rungs: number = ownershipRungs.length,
): OwnershipCoverage {
  let entities = 0;
  let full = 0;
  let weight = 0;
  let fullWeight = 0;
  for (const count of counts) {
    const weighed = ofTier(definition.tierWeights, count.tier) * count.entities;
    entities += count.entities;
    weight += weighed;
    if (count.reached >= rungs) {
      full += count.entities;
      fullWeight += weighed;
    }
  }
  return {
    entities,
    full,
    share: entities === 0 ? null : full / entities,
    weightedShare: weight === 0 ? null : fullWeight / weight,
    state: stateOf(entities, definition.minimumEntities),
  };
}

function stateOf(
  entities: number,
  minimum: number,
): OwnershipCoverage['state'] {
  if (entities === 0) {
    return 'no_data';
  }
  return entities < minimum ? 'thin' : 'ok';
}
