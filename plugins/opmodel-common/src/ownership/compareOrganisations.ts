import type {
  OwnershipGap,
  WhatIfAnswer,
  WhatIfEntity,
} from '../client/OwnershipApi';
import {
  assessOwnership,
  type OwnershipAssessment,
  ownershipGaps,
} from './assessOwnership';
import { compareTeams } from './compareTeams';
import { computeCoverage } from './computeCoverage';
import { findPlanWarnings } from './findPlanWarnings';
import { ModelledOrganisation } from './ModelledOrganisation';
import type { ModelEntity, OrganisationModel } from './organisationModel';
import { type OwnershipDefinition, ofTier } from './ownershipDefinition';

/** Entities that are told one by one; the rest is counted. */
const LISTED = 200;

/** What differs between two organisations. */
export type OrganisationDifference = Omit<WhatIfAnswer, 'asOf'>;

interface Assessed {
  entity: ModelEntity;
  assessment: OwnershipAssessment;
}

/**
 * Says what differs between two organisations of the same entities: how well they are owned, what the teams carry, and what
 * would be left hanging. Both are assessed by the one ladder.
 *
 * @param now - epoch milliseconds
 */
export function compareOrganisations(
  before: OrganisationModel,
  after: OrganisationModel,
  definition: OwnershipDefinition,
  now: number,
): OrganisationDifference {
  const [was, willBe] = [before, after].map(
    model => new ModelledOrganisation(model),
  );
  const assess = (of: ModelledOrganisation, model: OrganisationModel) =>
    model.entities.map(entity => ({
      entity,
      assessment: assessOwnership(of.factsOf(entity), definition, now),
    }));
  const assessedBefore = assess(was, before);
  const assessedAfter = assess(willBe, after);
  const coverageOf = (assessed: readonly Assessed[]) =>
    computeCoverage(
      assessed.map(({ entity: { tier }, assessment: { reached } }) => ({
        tier,
        reached,
        entities: 1,
      })),
      definition,
    );
  const differing = compareEntities(assessedBefore, assessedAfter, definition);
  return {
    before: coverageOf(assessedBefore),
    after: coverageOf(assessedAfter),
    gaps: compareGaps(assessedBefore, assessedAfter),
    entities: differing.slice(0, LISTED),
    moreEntities: Math.max(0, differing.length - LISTED),
    teams: compareTeams(
      { organisation: was, model: before },
      { organisation: willBe, model: after },
      definition,
    ),
    warnings: findPlanWarnings(before, after),
  };
}

/** How many entities have each gap, of those gaps that there are. */
function compareGaps(
  before: readonly Assessed[],
  after: readonly Assessed[],
): WhatIfAnswer['gaps'] {
  const count = (assessed: readonly Assessed[], gap: OwnershipGap) =>
    assessed.filter(({ assessment }) => assessment.gaps.includes(gap)).length;
  return ownershipGaps
    .map(gap => ({ gap, before: count(before, gap), after: count(after, gap) }))
    .filter(counts => counts.before > 0 || counts.after > 0);
}

/** Those whose owner or ladder differs: what weighs most and falls deepest first. */
function compareEntities(
  before: readonly Assessed[],
  after: readonly Assessed[],
  definition: OwnershipDefinition,
): WhatIfEntity[] {
  const known = new Map(before.map(was => [was.entity.ref, was]));
  const differing = after.flatMap(willBe => {
    const was = known.get(willBe.entity.ref);
    return was ? compareEntity(was, willBe) ?? [] : [];
  });
  const weightOf = ({ tier }: WhatIfEntity) =>
    ofTier(definition.tierWeights, tier);
  const fallOf = (entity: WhatIfEntity) =>
    entity.reachedBefore - entity.reachedAfter;
  return differing.sort(
    (a, b) =>
      Number(b.newGaps.length > 0) - Number(a.newGaps.length > 0) ||
      weightOf(b) - weightOf(a) ||
      fallOf(b) - fallOf(a) ||
      (a.ref < b.ref ? -1 : 1),
  );
}

function compareEntity(was: Assessed, willBe: Assessed): WhatIfEntity | null {
  const [before, after] = [was.assessment, willBe.assessment];
  const newGaps = after.gaps.filter(gap => !before.gaps.includes(gap));
  const closedGaps = before.gaps.filter(gap => !after.gaps.includes(gap));
  const isSame =
    was.entity.ownerRef === willBe.entity.ownerRef &&
    before.reached === after.reached &&
    newGaps.length === 0 &&
    closedGaps.length === 0;
  if (isSame) {
    return null;
  }
  const { ref, title, kind, tier } = willBe.entity;
  return {
    ref,
    title,
    kind,
    tier,
    ownerBefore: was.entity.ownerRef,
    ownerAfter: willBe.entity.ownerRef,
    reachedBefore: before.reached,
    reachedAfter: after.reached,
    newGaps,
    closedGaps,
  };
}
