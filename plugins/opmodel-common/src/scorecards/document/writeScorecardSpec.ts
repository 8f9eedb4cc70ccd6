import { DateTime, Duration } from 'luxon';
import type {
  ScorecardCheck,
  ScorecardDefinition,
} from '../scorecardDefinition';

/** What a document of kind `Scorecard` says in its `spec`. */
export type WrittenScorecard = Record<string, unknown>;

/**
 * Writes a definition as the `spec` of a document, always with its fields in one order and without those that say what is meant anyway.
 *
 * @param zone - IANA zone in which a day begins
 */
export function writeScorecardSpec(
  definition: ScorecardDefinition,
  { zone }: { zone: string },
): WrittenScorecard {
  const {
    title,
    description,
    owner,
    scheme,
    filter,
    countsToOverall,
    emptyLevel,
    levels,
    requires,
    checks,
  } = definition;
  return withoutUndefined({
    title,
    description,
    owner,
    scheme,
    filter,
    countsToOverall: countsToOverall ? undefined : false,
    emptyLevel: withoutUndefined(emptyLevel),
    levels: levels.map(({ name, rank, color, description: meaning, atLeast }) =>
      withoutUndefined({ name, rank, color, description: meaning, atLeast }),
    ),
    requires:
      requires.length === 0
        ? undefined
        : requires.map(({ scorecard, level }) => ({ scorecard, level })),
    checks: checks.map(check => writeCheck(check, zone)),
  });
}

function writeCheck(check: ScorecardCheck, zone: string): WrittenScorecard {
  const { weight, confirmations, whenNotReported, links } = check;
  return withoutUndefined({
    id: check.id,
    name: check.name,
    description: check.description,
    category: check.category,
    level: check.level,
    weight: weight === 1 ? undefined : weight,
    filter: check.filter,
    expression: check.expression,
    warning: check.warning,
    value: check.value,
    unit: check.unit,
    failureMessage: check.failureMessage,
    solution: check.solution,
    links:
      links.length === 0
        ? undefined
        : links.map(({ title, url }) => ({ title, url })),
    owner: check.owner,
    startsAt:
      check.startsAt === undefined
        ? undefined
        : DateTime.fromMillis(check.startsAt, { zone }).toISODate(),
    freshness:
      check.freshness === undefined
        ? undefined
        : Duration.fromMillis(check.freshness).rescale().toISO(),
    confirmations: confirmations === 1 ? undefined : confirmations,
    whenNotReported: whenNotReported === 'wait' ? undefined : whenNotReported,
  });
}

function withoutUndefined(fields: object): WrittenScorecard {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}
