import type { ScorecardLevelView } from '@opmodel/backstage-plugin-opmodel-common';
import type { SpecCheck } from '../../values/readSpec';

/** What a level asks for in one category. */
export interface RubricCell {
  /** Name of the level; null: no level asks for these. */
  level: string | null;
  checks: SpecCheck[];
}

/** One category across all levels. */
export interface RubricRow {
  /** Null: these have no category. */
  category: string | null;
  cells: RubricCell[];
}

/**
 * Puts checks into a grid of categories and levels, both in the order of the scorecard. There is a column for checks that no level asks for where there
 * are such checks.
 *
 * @param levels - without the empty level
 */
export function rubricOf(
  checks: readonly SpecCheck[],
  levels: readonly Pick<ScorecardLevelView, 'name'>[],
): RubricRow[] {
  const names = levels.map(({ name }) => name);
  const levelOf = ({ level }: SpecCheck) =>
    level !== undefined && names.includes(level) ? level : null;
  const columns: Array<string | null> = checks.some(
    check => levelOf(check) === null,
  )
    ? [...names, null]
    : names;
  const categories = [
    ...new Set(checks.map(({ category }) => category ?? null)),
  ];
  return categories.map(category => ({
    category,
    cells: columns.map(level => ({
      level,
      checks: checks.filter(
        check =>
          (check.category ?? null) === category && levelOf(check) === level,
      ),
    })),
  }));
}
