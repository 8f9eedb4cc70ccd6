import type {
  ExpressionResultType,
  FactExpression,
  FactExpressions,
} from './expressions/FactExpressions';
import type { CompiledCheck } from './judgeCheck';
import type {
  ScorecardCheck,
  ScorecardDefinition,
} from './scorecardDefinition';

/** What is wrong with a definition. */
export interface ScorecardProblem {
  /** Where: `checks[3].expression`. */
  path: string;
  message: string;
  /** Place in the text at the path, where it is an expression; null: the whole. */
  range: { from: number; to: number } | null;
}

/** A check that cannot be carried out. */
export interface BrokenCheck {
  check: ScorecardCheck;
  /** Those of the filters that can be read; null: the scorecard's own cannot, and nobody knows of whom it is asked. */
  filters: readonly FactExpression[] | null;
  /** Why. */
  message: string;
}

/** A definition with its expressions read, and what is wrong with it. */
export interface CompiledScorecard {
  definition: ScorecardDefinition;
  /** Those of which nothing is wrong: a check that is broken hurts no other. */
  checks: readonly CompiledCheck[];
  /** The others. */
  broken: readonly BrokenCheck[];
  problems: readonly ScorecardProblem[];
}

/** How many steps the checks of a scorecard may take together for one entity, if every fact is as large as it can be: about a second. */
export const maximumScorecardSteps = 10_000_000;

type Report = (path: string, message: string) => void;

/** Reads the expressions of a definition and checks that it can be carried out. */
export function compileScorecard(
  definition: ScorecardDefinition,
  expressions: FactExpressions,
): CompiledScorecard {
  const problems: ScorecardProblem[] = [];
  const report: Report = (path, message) =>
    problems.push({ path, message, range: null });
  let steps = 0;
  const read = (
    source: string | undefined,
    path: string,
    type: ExpressionResultType | null,
    times = 1,
  ): FactExpression | null => {
    if (source === undefined) {
      return null;
    }
    const { expression, problem } = expressions.compile(source);
    if (!expression) {
      const { message, from, to } = problem;
      problems.push({ path, message, range: { from, to } });
      return null;
    }
    if (type !== null && expression.resultType !== type) {
      report(path, `must come to a yes or no, not a ${expression.resultType}`);
      return null;
    }
    if (steps + expression.steps * times > maximumScorecardSteps) {
      report(
        path,
        `would take more than ${maximumScorecardSteps} steps together with what stands before it: put fewer walks through lists into the scorecard`,
      );
      return null;
    }
    steps += expression.steps * times;
    return expression;
  };

  checkLevels(definition, report);
  checkIds(definition, report);
  // Looked at for each check.
  const filter = read(
    definition.filter,
    'filter',
    'boolean',
    Math.max(1, definition.checks.length),
  );
  // Without its filter a scorecard would be asked of everything.
  const isFilterBroken = definition.filter !== undefined && filter === null;
  const broken: BrokenCheck[] = [];
  const checks = definition.checks.flatMap((check, at): CompiledCheck[] => {
    const path = `checks[${at}]`;
    const before = problems.length;
    checkNumbers(check, path, report);
    const own = read(check.filter, `${path}.filter`, 'boolean');
    const expression = read(check.expression, `${path}.expression`, 'boolean');
    const warning = read(check.warning, `${path}.warning`, 'boolean');
    const value = read(check.value, `${path}.value`, null);
    const filters = [filter, own].filter(found => found !== null);
    if (problems.length > before || expression === null || isFilterBroken) {
      const found = problems[before] ?? problems.find(isOfFilter)!;
      broken.push({
        check,
        filters: isFilterBroken ? null : filters,
        message: `${found.path} ${found.message}`,
      });
      return [];
    }
    return [{ check, filters, expression, warning, value }];
  });
  return { definition, checks, broken, problems };
}

function isOfFilter({ path }: ScorecardProblem): boolean {
  return path === 'filter';
}

function checkLevels(
  { levels, checks, scheme }: ScorecardDefinition,
  report: Report,
): void {
  const names = levels.map(({ name }) => name);
  const ranks = levels.map(({ rank }) => rank);
  levels.forEach(({ name, rank, atLeast }, at) => {
    if (names.indexOf(name) < at) {
      report(`levels[${at}].name`, `"${name}" is the name of another level`);
    }
    if (ranks.indexOf(rank) < at) {
      report(`levels[${at}].rank`, `${rank} is the rank of another level`);
    }
    if (scheme === 'points' && atLeast === undefined) {
      report(
        `levels[${at}].atLeast`,
        'is missing: with points, a level is reached from a share of them on',
      );
    }
    if (scheme === 'levels' && !checks.some(({ level }) => level === name)) {
      report(
        `levels[${at}]`,
        `no check asks for "${name}", so it would be reached with the level below`,
      );
    }
  });
  checks.forEach(({ level }, at) => {
    if (level !== undefined && !names.includes(level)) {
      report(
        `checks[${at}].level`,
        `must be one of ${names.join(', ')}, not "${level}"`,
      );
    }
  });
}

function checkIds({ checks }: ScorecardDefinition, report: Report): void {
  const ids = checks.map(({ id }) => id);
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) {
      report(`checks[${at}].id`, `"${id}" is the id of another check`);
    }
  });
}

function checkNumbers(
  { weight, confirmations, freshness }: ScorecardCheck,
  path: string,
  report: Report,
): void {
  if (!(weight >= 0 && Number.isFinite(weight))) {
    report(`${path}.weight`, 'must be 0 or more');
  }
  if (!(Number.isInteger(confirmations) && confirmations >= 1)) {
    report(`${path}.confirmations`, 'must be a whole number, 1 or more');
  }
  if (freshness !== undefined && !(freshness > 0)) {
    report(`${path}.freshness`, 'must be more than 0');
  }
}
