import { InputError } from '@backstage/errors';
import type { PlanChange } from '../client/OwnershipApi';
import { completeRef } from '../operatingModel/completeRef';

/** A change of a re-organisation that is written as it should be. Refs are full and in lower case. */
export type ReadPlanChange =
  | { type: 'merge_teams'; teamRefs: readonly string[]; toRef: string }
  | { type: 'dissolve_team'; teamRefs: readonly string[] }
  | { type: 'move_systems'; entityRefs: readonly string[]; toRef: string }
  | { type: 'people_leave'; teamRefs: readonly string[]; people: number };

type Field = Exclude<keyof PlanChange, 'type'>;

/** What each change is made of. Anything else in it would be a misunderstanding. */
const fields: Record<PlanChange['type'], readonly Field[]> = {
  merge_teams: ['teamRefs', 'toRef'],
  dissolve_team: ['teamRefs'],
  move_systems: ['entityRefs', 'toRef'],
  people_leave: ['teamRefs', 'people'],
};

/** Teams that all changes of a plan name together: more is another organisation, and would keep everybody else waiting. */
const TEAMS_OF_ALL = 200;

const fullRef = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

/**
 * Reads the changes of a re-organisation. People are numbers in it: the ref of a person is refused wherever it stands.
 *
 * @throws InputError that names `changes[i].field`
 */
export function readPlanChanges(
  changes: readonly PlanChange[],
): ReadPlanChange[] {
  requireFewTeams(changes);
  return changes.map((change, index) => {
    const at = `changes[${index}]`;
    const { type } = change;
    const allowed = fields[type];
    const surplus = Object.keys(change).find(
      key => key !== 'type' && !allowed.some(field => field === key),
    );
    if (surplus !== undefined) {
      throw new InputError(
        `${at}.${surplus} means nothing in a change of type ${type}, which has ${allowed.join(
          ' and ',
        )}`,
      );
    }
    switch (type) {
      case 'merge_teams':
        return {
          type,
          teamRefs: teamRefsOf(change, at),
          toRef: toRefOf(change, at),
        };
      case 'dissolve_team':
        return { type, teamRefs: teamRefsOf(change, at) };
      case 'move_systems':
        return {
          type,
          entityRefs: entityRefsOf(change, at),
          toRef: toRefOf(change, at),
        };
      default:
        return {
          type: 'people_leave',
          teamRefs: teamRefsOf(change, at),
          people: peopleOf(change, at),
        };
    }
  });
}

function requireFewTeams(changes: readonly PlanChange[]): void {
  let teams = 0;
  changes.forEach(({ teamRefs }, index) => {
    teams += teamRefs?.length ?? 0;
    if (teams > TEAMS_OF_ALL) {
      throw new InputError(
        `changes[${index}].teamRefs must leave it at ${TEAMS_OF_ALL} teams in all changes together, got ${teams} up to here`,
      );
    }
  });
}

function toRefOf({ toRef }: PlanChange, at: string): string {
  return groupRefOf(toRef, `${at}.toRef`);
}

function teamRefsOf({ teamRefs }: PlanChange, at: string): string[] {
  return refsOf(teamRefs, `${at}.teamRefs`, groupRefOf);
}

function entityRefsOf({ entityRefs }: PlanChange, at: string): string[] {
  return refsOf(entityRefs, `${at}.entityRefs`, entityRefOf);
}

function refsOf(
  refs: readonly string[] | undefined,
  field: string,
  read: (ref: string, field: string) => string,
): string[] {
  if (!refs || refs.length === 0) {
    throw new InputError(`${field} must name at least one`);
  }
  const known = refs.map((ref, index) => read(ref, `${field}[${index}]`));
  const twice = known.findIndex((ref, index) => known.indexOf(ref) < index);
  if (twice >= 0) {
    throw new InputError(
      `${field}[${twice}] must be named once, got '${known[twice]}' again`,
    );
  }
  return known;
}

function groupRefOf(ref: string | undefined, field: string): string {
  const complete = completeRef(ref);
  if (!complete?.startsWith('group:')) {
    throw new InputError(
      `${field} must be the ref of a group, such as group:default/payments, got '${
        ref ?? ''
      }'`,
    );
  }
  return complete;
}

function entityRefOf(ref: string, field: string): string {
  const complete = fullRef.test(ref) ? completeRef(ref) : null;
  if (complete === null || /^(user|group):/.test(complete)) {
    throw new InputError(
      `${field} must be the ref of something that is owned, such as system:default/checkout, got '${ref}'`,
    );
  }
  return complete;
}

function peopleOf({ people }: PlanChange, at: string): number {
  if (people === undefined || !Number.isInteger(people) || people < 1) {
    throw new InputError(
      `${at}.people must say how many leave, at least 1, got '${people ?? ''}'`,
    );
  }
  return people;
}
