import {
  verdictStates,
  type EntityCheck,
  type ScorecardLevelView,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Grouping } from '../../hooks/useGrouping';

/** Checks of one level or category. */
export interface CheckGroup {
  /** Null: no level asks for them, or they have no category. */
  name: string | null;
  level?: ScorecardLevelView;
  /** What needs attention first. */
  checks: EntityCheck[];
  /** How many pass or are excused. */
  met: number;
  /** How many are asked. */
  asked: number;
}

const metStates: readonly string[] = ['passed', 'warning', 'exempt'];

const byUrgency = (one: EntityCheck, other: EntityCheck) =>
  verdictStates.indexOf(one.state) - verdictStates.indexOf(other.state);

/** Puts checks together by level, the lowest first, or by category in the order of the scorecard. */
export function groupChecks(
  checks: readonly EntityCheck[],
  grouping: Grouping,
  levels: readonly ScorecardLevelView[],
): CheckGroup[] {
  const groups = new Map<string | null, EntityCheck[]>();
  if (grouping === 'level') {
    levels.forEach(({ name }) => groups.set(name, []));
  }
  for (const check of checks) {
    const name = check[grouping];
    groups.set(name, [...(groups.get(name) ?? []), check]);
  }
  return [...groups].flatMap(([name, members]) =>
    members.length === 0
      ? []
      : [
          {
            name,
            level:
              grouping === 'level'
                ? levels.find(level => level.name === name)
                : undefined,
            checks: [...members].sort(byUrgency),
            met: members.filter(({ state }) => metStates.includes(state))
              .length,
            asked: members.filter(({ state }) => state !== 'not_applicable')
              .length,
          },
        ],
  );
}
