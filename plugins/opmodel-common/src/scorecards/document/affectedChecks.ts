import type {
  ScorecardCheck,
  ScorecardDefinition,
} from '../scorecardDefinition';

/** Fields of a check on which its verdicts depend. The others are only shown. */
const judgedFields = [
  'expression',
  'warning',
  'value',
  'filter',
  'level',
  'weight',
  'startsAt',
  'freshness',
  'confirmations',
  'whenNotReported',
] as const satisfies readonly (keyof ScorecardCheck)[];

/**
 * Which checks have to be evaluated again where one definition follows another: those that are new, that differ in what their verdicts
 * depend on, and that are gone.
 *
 * @param before - null: there was none
 * @returns `whole` where every entity may stand elsewhere, whatever its verdicts are
 */
export function affectedChecks(
  before: ScorecardDefinition | null,
  after: ScorecardDefinition,
): readonly string[] | 'whole' {
  if (before === null || groundOf(before) !== groundOf(after)) {
    return 'whole';
  }
  const earlier = judgedChecks(before);
  const later = judgedChecks(after);
  return [...new Set([...earlier.keys(), ...later.keys()])].filter(
    id => earlier.get(id) !== later.get(id),
  );
}

/** What levels and points depend on beside the verdicts. */
function groundOf(definition: ScorecardDefinition): string {
  const { filter, scheme, levels, requires } = definition;
  return JSON.stringify([
    filter,
    scheme,
    levels.map(({ name, rank, atLeast }) => [name, rank, atLeast]),
    requires.map(({ scorecard, level }) => [scorecard, level]),
  ]);
}

function judgedChecks({ checks }: ScorecardDefinition): Map<string, string> {
  return new Map(
    checks.map(check => [
      check.id,
      JSON.stringify(judgedFields.map(field => check[field])),
    ]),
  );
}
