import type {
  ImpactCounts,
  PreviewMove,
  ScorecardDefinition,
  ScorecardLevelView,
  TeamImpact,
  TeamImpactView,
} from '@opmodel/backstage-plugin-opmodel-common';
import { levelAt, type NameOwner } from '../reading/describeScorecard';
import { describeStateChange } from '../reading/describeStateChange';
import type { LargestMove } from './LargestMoves';

/** What the description of an impact is made of. */
export interface ImpactContext {
  /** The one that is looked at; all ranks are its. */
  definition: ScorecardDefinition;
  nameOwner: NameOwner;
}

/** How many entities move, without anything else. */
export function describeCounts({
  entities,
  up,
  down,
  same,
  joining,
  leaving,
}: ImpactCounts): ImpactCounts {
  return { entities, up, down, same, joining, leaving };
}

/** What a definition would change for one team. */
export function describeTeam(
  team: TeamImpact,
  { definition, nameOwner }: ImpactContext,
): TeamImpactView {
  return {
    ...nameOwner(team.ownerRef),
    counts: describeCounts(team),
    lowestBefore: levelOf(definition, team.lowestBefore),
    lowestAfter: levelOf(definition, team.lowestAfter),
  };
}

/** An entity that a definition would move. */
export function describeMove(
  { entity, changes, move }: LargestMove,
  { definition, nameOwner }: ImpactContext,
): PreviewMove {
  return {
    entityRef: entity.ref,
    title: entity.title ?? entity.name,
    ownerRef: nameOwner(entity.ownerRef).ownerRef,
    levelBefore: levelOf(definition, move.before),
    levelAfter: levelOf(definition, move.after),
    checks: changes.map(change =>
      describeStateChange(change, definition.checks),
    ),
  };
}

function levelOf(
  definition: ScorecardDefinition,
  rank: number | null,
): ScorecardLevelView | null {
  return rank === null ? null : levelAt(definition, rank);
}
