import { printNumber, printResult } from './debtPrice';

/** The letters of the SQALE rating, from the best. */
export const sqaleLetters = ['A', 'B', 'C', 'D', 'E'] as const;

/** A letter of the SQALE rating. */
export type SqaleLetter = (typeof sqaleLetters)[number];

/** How a debt ratio is computed and rated. */
export interface SqaleRules {
  /** What it takes to write a line, minutes, above 0. */
  minutesPerLine: number;
  /** The greatest ratios of A, B, C and D, ascending, each above 0; what lies above the last is E. */
  grid: readonly [number, number, number, number];
}

/**
 * The rules that hold where nothing is configured: those that SonarQube is delivered with as `sonar.technicalDebt.developmentCost` and
 * `sonar.technicalDebt.ratingGrid`. Its documentation also writes a line as 0.06 days, which are 28.8 minutes of a day of eight hours.
 *
 * Source: docs.sonarsource.com, "Metrics parameters".
 */
export const sonarRules: SqaleRules = {
  minutesPerLine: 30,
  grid: [0.05, 0.1, 0.2, 0.5],
};

/** What an analysis says of the code of one entity, such as SonarQube's `sqale_index` and `ncloc`. */
export interface CodeDebtMeasure {
  /** What it takes to remedy all that was found, minutes, 0 or more; null: not known. */
  remediationMinutes: number | null;
  /** Lines of code, above 0; null: not known. */
  lines: number | null;
}

/** The debt ratio of code, with its arithmetic. */
export interface SqaleRatio {
  /** Remediation by development, 0 or more: remedying may take longer than writing it took. */
  ratio: number;
  letter: SqaleLetter;
  remediationMinutes: number;
  lines: number;
  /** What it takes to write the lines. */
  developmentMinutes: number;
  /** Such as `1440 ÷ (30 × 1000) = 0.048`. */
  formula: string;
}

/**
 * The SQALE debt ratio of code: what it takes to remedy all that an analysis found ÷ what it takes to write the code anew. It speaks of
 * code alone, and neither of its architecture nor of what it does to the business.
 *
 * Source: Letouzey, "The SQALE method for evaluating technical debt", 2012, as SonarQube computes it.
 *
 * @returns null where the remediation or the lines are not known, or there are no lines
 * @throws RangeError for rules that rate nothing
 */
export function sqaleRatio(
  { remediationMinutes, lines }: CodeDebtMeasure,
  rules: SqaleRules = sonarRules,
): SqaleRatio | null {
  checkRules(rules);
  if (!isAtLeast(remediationMinutes, 0) || !isAtLeast(lines, 1)) {
    return null;
  }
  const developmentMinutes = rules.minutesPerLine * lines;
  const ratio = remediationMinutes / developmentMinutes;
  return {
    ratio,
    letter: letterOf(ratio, rules),
    remediationMinutes,
    lines,
    developmentMinutes,
    formula: `${printNumber(remediationMinutes)} ÷ (${printNumber(
      rules.minutesPerLine,
    )} × ${printNumber(lines)}) ${printResult(ratio)}`,
  };
}

/** The debt ratio of a scope, with what it rests on. */
export interface SqaleRollUp {
  /** Null: it is known of no entity. */
  sqale: SqaleRatio | null;
  /** Entities of which it is known. */
  known: number;
  /** Entities of which it is not, and which are in no figure. */
  unknown: number;
}

/**
 * The debt ratio of several entities: all remediation ÷ what it takes to write all lines, so that large ones count as what they are.
 *
 * @param measures - one of each entity; code that several entities share is to come once
 */
export function rollUpSqale(
  measures: readonly CodeDebtMeasure[],
  rules: SqaleRules = sonarRules,
): SqaleRollUp {
  const known = measures.flatMap(measure => sqaleRatio(measure, rules) ?? []);
  const sum = known.reduce(
    (all, { remediationMinutes, lines }) => ({
      remediationMinutes: all.remediationMinutes + remediationMinutes,
      lines: all.lines + lines,
    }),
    { remediationMinutes: 0, lines: 0 },
  );
  return {
    sqale: sqaleRatio(sum, rules),
    known: known.length,
    unknown: measures.length - known.length,
  };
}

function letterOf(ratio: number, { grid }: SqaleRules): SqaleLetter {
  const place = grid.findIndex(greatest => ratio <= greatest);
  return sqaleLetters[place === -1 ? grid.length : place];
}

function isAtLeast(value: number | null, least: number): value is number {
  return value !== null && Number.isFinite(value) && value >= least;
}

function checkRules({ minutesPerLine, grid }: SqaleRules): void {
  if (!(minutesPerLine > 0 && Number.isFinite(minutesPerLine))) {
    throw new RangeError(
      `A line must take more than 0 minutes, got ${minutesPerLine}`,
    );
  }
  if (!grid.every((greatest, at) => greatest > (grid[at - 1] ?? 0))) {
    throw new RangeError(
      `The grid must be ascending ratios above 0, got ${grid.join(', ')}`,
    );
  }
}
