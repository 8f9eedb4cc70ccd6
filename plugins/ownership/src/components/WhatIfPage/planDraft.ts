import type { PlanChange } from '@opmodel/backstage-plugin-opmodel-common';

/** What somebody is filling in about one change. */
export interface ChangeDraft {
  type: PlanChange['type'];
  teamRefs: string[];
  entityRefs: string[];
  toRef: string | undefined;
  /** As typed. */
  people: string;
}

/** What is wrong with a draft, by field. */
export type DraftProblems = Partial<
  Record<
    'teamRefs' | 'entityRefs' | 'toRef' | 'people',
    'teamsMissing' | 'systemsMissing' | 'toMissing' | 'toEnds' | 'peopleMissing'
  >
>;

/** A form in which nothing is filled in. */
export const emptyDraft: ChangeDraft = {
  type: 'merge_teams',
  teamRefs: [],
  entityRefs: [],
  toRef: undefined,
  people: '1',
};

/** The most people that one change may let leave. */
const MOST_PEOPLE = 1_000;

const takesOver = (type: PlanChange['type']) =>
  type === 'merge_teams' || type === 'move_systems';

/** What keeps a draft from being a change; nothing where it is one. */
export function findDraftProblems(draft: ChangeDraft): DraftProblems {
  const { type, teamRefs, entityRefs, toRef, people } = draft;
  const problems: DraftProblems = {};
  if (type === 'move_systems' && entityRefs.length === 0) {
    problems.entityRefs = 'systemsMissing';
  }
  if (type !== 'move_systems' && teamRefs.length === 0) {
    problems.teamRefs = 'teamsMissing';
  }
  if (takesOver(type) && toRef === undefined) {
    problems.toRef = 'toMissing';
  } else if (type === 'merge_teams' && teamRefs.includes(toRef!)) {
    problems.toRef = 'toEnds';
  }
  const count = Number(people);
  const isCount = Number.isInteger(count) && count >= 1 && count <= MOST_PEOPLE;
  if (type === 'people_leave' && !isCount) {
    problems.people = 'peopleMissing';
  }
  return problems;
}

/** The change of a draft without problems. */
export function toPlanChange(draft: ChangeDraft): PlanChange {
  const { type, teamRefs, entityRefs, toRef, people } = draft;
  switch (type) {
    case 'merge_teams':
      return { type, teamRefs, toRef };
    case 'move_systems':
      return { type, entityRefs, toRef };
    case 'people_leave':
      return { type, teamRefs, people: Number(people) };
    default:
      return { type, teamRefs };
  }
}

/** The place of the change that an error of the engine is about: `changes[2].toRef must …`. */
export function indexOfProblem(error: Error | undefined): number | null {
  const found = /changes\[(\d+)\]/.exec(error?.message ?? '');
  return found && Number(found[1]);
}
