import { InputError } from '@backstage/errors';
import type { PlanChange } from '../client/OwnershipApi';
import { OrganisationDraft } from './OrganisationDraft';
import type { OrganisationModel } from './organisationModel';
import { type ReadPlanChange, readPlanChanges } from './readPlanChanges';

/**
 * The organisation that a plan would make of another. The changes take effect in their order, so a later one may go on with what an
 * earlier one made. The given model is not changed.
 *
 * - `merge_teams`: people, groups below and everything owned go over; whoever was in several of the teams is counted once.
 * - `dissolve_team`: what the team owned goes on naming it, as the catalog does, until somebody moves it.
 * - `move_systems`: a system takes with it what is in it and has the same owner.
 * - `people_leave`: so many leave each of the teams. Where somebody is in several teams, he stays in the others: counts of teams
 *   cannot tell.
 *
 * @throws InputError that names `changes[i].field`
 */
export function applyPlan(
  model: OrganisationModel,
  changes: readonly PlanChange[],
): OrganisationModel {
  const draft = new OrganisationDraft(model);
  readPlanChanges(changes).forEach((change, index) => {
    checkChange(draft, change, `changes[${index}]`);
    draft.apply(change);
  });
  return draft.toModel();
}

/** Whether a change finds what it is about. */
function checkChange(
  draft: OrganisationDraft,
  change: ReadPlanChange,
  at: string,
): void {
  if (change.type !== 'move_systems') {
    change.teamRefs.forEach((ref, index) =>
      requireTeam(draft, ref, `${at}.teamRefs[${index}]`),
    );
  } else {
    change.entityRefs.forEach((ref, index) => {
      if (!draft.hasEntity(ref)) {
        throw new InputError(
          `${at}.entityRefs[${index}] must be something that is to be owned and that you may see, got '${ref}'`,
        );
      }
    });
  }
  if (change.type === 'merge_teams' || change.type === 'move_systems') {
    requireTeam(draft, change.toRef, `${at}.toRef`);
  }
  if (change.type === 'merge_teams' && change.teamRefs.includes(change.toRef)) {
    throw new InputError(
      `${at}.toRef must be another team than those that end, got '${change.toRef}'`,
    );
  }
  if (change.type === 'people_leave') {
    for (const ref of change.teamRefs) {
      const { length } = draft.group(ref)!.memberIds;
      if (change.people > length) {
        throw new InputError(
          `${at}.people must be at most ${length}, as many as are then directly in '${ref}' as far as you may see, got ${change.people}`,
        );
      }
    }
  }
}

function requireTeam(
  draft: OrganisationDraft,
  ref: string,
  field: string,
): void {
  if (!draft.group(ref)) {
    throw new InputError(
      `${field} must be a group that you may see and that no earlier change ends, got '${ref}'`,
    );
  }
}
