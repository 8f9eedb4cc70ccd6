import { asOneLine } from './outsideText';

/** The letters of a rating of SonarQube, from the best. */
export const sonarRatings = ['A', 'B', 'C', 'D', 'E'] as const;

/** The letters of a rating of SonarQube, from the best. */
export type SonarRating = (typeof sonarRatings)[number];

/** The debt of a project as SonarQube reckons it. What it does not tell is null, never 0. */
export interface SonarMeasures {
  projectKey: string;
  name: string;
  /** Effort to mend all maintainability issues, minutes. */
  debtMinutes: number | null;
  /** That effort over the effort to write the code anew, a share, 0 or more. */
  debtRatio: number | null;
  rating: SonarRating | null;
}

/** What is wrong with an answer, at the path of the field: `component.measures[2].value`. */
export interface SonarProblem {
  path: string;
  message: string;
}

const MOST_MEASURES = 1_000;

/** Keys of the metrics: that of the mode with several software qualities, which counts where both are told, and that of the standard mode. */
const metrics = {
  debtMinutes: [
    'software_quality_maintainability_remediation_effort',
    'sqale_index',
  ],
  debtRatio: [
    'software_quality_maintainability_debt_ratio',
    'sqale_debt_ratio',
  ],
  rating: ['software_quality_maintainability_rating', 'sqale_rating'],
} as const;

/** The metrics to ask SonarQube for. */
export const sonarMetricKeys: readonly string[] = Object.values(metrics).flat();

/**
 * Reads an answer of `GET /api/measures/component`: `sqale_index` in minutes, `sqale_debt_ratio` in per cent, `sqale_rating` from 1.0 for A
 * to 5.0 for E (SonarQube, "Metric definitions").
 *
 * @returns what it says, or all that is wrong with it
 */
export function readSonarMeasures(
  body: unknown,
): { measures: SonarMeasures } | { problems: SonarProblem[] } {
  const problems: SonarProblem[] = [];
  const component = fieldsOf(fieldsOf(body)?.component);
  if (!component) {
    return { problems: [{ path: 'component', message: 'must be an object' }] };
  }
  const { key, name, measures } = component;
  if (typeof key !== 'string' || asOneLine(key, 100) === '') {
    problems.push({
      path: 'component.key',
      message: 'must be a text that is not empty',
    });
  }
  if (!Array.isArray(measures)) {
    problems.push({ path: 'component.measures', message: 'must be a list' });
  }
  const values = valuesOf(Array.isArray(measures) ? measures : [], problems);
  const valueOf = (metric: keyof typeof metrics): number | null =>
    metrics[metric]
      .map(each => values.get(each))
      .find(each => each !== undefined) ?? null;
  const ratio = valueOf('debtRatio');
  const rating = valueOf('rating');
  return problems.length > 0
    ? { problems }
    : {
        measures: {
          projectKey: String(key),
          name: typeof name === 'string' && name !== '' ? name : String(key),
          debtMinutes: valueOf('debtMinutes'),
          debtRatio: ratio === null ? null : ratio / 100,
          rating: rating === null ? null : sonarRatings[Math.round(rating) - 1],
        },
      };
}

/** The values of the metrics that are asked for. */
function valuesOf(
  measures: readonly unknown[],
  problems: SonarProblem[],
): Map<string, number> {
  const values = new Map<string, number>();
  measures.slice(0, MOST_MEASURES).forEach((measure, at) => {
    const { metric, value } = fieldsOf(measure) ?? {};
    if (typeof metric !== 'string' || !sonarMetricKeys.includes(metric)) {
      return;
    }
    const number =
      typeof value === 'string' && value !== '' ? Number(value) : NaN;
    const [least, most] = boundsOf(metric);
    if (number >= least && number <= most) {
      values.set(metric, number);
    } else {
      problems.push({
        path: `component.measures[${at}].value`,
        message: `must be a number from ${least} to ${most}, as a text`,
      });
    }
  });
  return values;
}

function boundsOf(metric: string): [least: number, most: number] {
  return metric.endsWith('rating') ? [1, 5] : [0, Number.MAX_SAFE_INTEGER];
}

function fieldsOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
