import type {
  OwnershipGap,
  OwnershipNextStep,
  OwnershipReport,
} from '@opmodel/backstage-plugin-opmodel-common';

const MAXIMUM_STEPS = 3;

/** What closes each gap. */
const remedies: Record<OwnershipGap, OwnershipNextStep['id']> = {
  unowned: 'set_owner',
  dangling_owner: 'correct_owner',
  owner_is_user: 'own_by_group',
  empty_team: 'add_members',
  single_member_team: 'add_members',
  owner_without_contact: 'add_contact',
  owner_without_escalation: 'add_escalation',
  review_overdue: 'review',
};

/** What would help most, at most three things: the gravest gap first, then what is below, then what the team says of itself. */
export function findOwnershipNextSteps(
  report: Omit<OwnershipReport, 'nextSteps'>,
): OwnershipNextStep[] {
  const { entity, ladder, owners, review, rollUp, team } = report;
  const ownerRef = owners.find(({ primary }) => primary)?.ref ?? null;
  const steps: OwnershipNextStep[] = [];
  if (review?.handOverId) {
    steps.push({
      id: 'hand_over_open',
      entityRef: entity.ref,
      values: { handOverId: review.handOverId },
    });
  }
  for (const gap of ladder?.gaps ?? []) {
    steps.push({
      id: remedies[gap],
      entityRef: entity.ref,
      values: { gap, ownerRef },
    });
  }
  const open = (rollUp?.coverage.entities ?? 0) - (rollUp?.coverage.full ?? 0);
  if (open > 0) {
    steps.push({
      id: 'close_gaps',
      entityRef: entity.ref,
      values: { entities: open },
    });
  }
  if (entity.kind === 'group' && team) {
    for (const { teamRef, expectedEnd, overdue } of team.interactions) {
      if (overdue) {
        steps.push({
          id: 'overdue_interaction',
          entityRef: entity.ref,
          values: { teamRef, expectedEnd },
        });
      }
    }
    if (team.type === null) {
      steps.push({ id: 'team_type', entityRef: entity.ref, values: {} });
    }
  }
  return steps.slice(0, MAXIMUM_STEPS);
}
