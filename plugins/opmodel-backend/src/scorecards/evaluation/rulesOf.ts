import type { ScorecardDefinition } from '@opmodel/backstage-plugin-opmodel-common';

/** What the verdicts of each check follow from, as a text: two checks with one text come to the same for the same facts. */
export function rulesOf({
  filter,
  checks,
}: Pick<ScorecardDefinition, 'filter' | 'checks'>): Map<string, string> {
  return new Map(
    checks.map(check => [
      check.id,
      JSON.stringify([
        filter,
        check.filter,
        check.expression,
        check.warning,
        check.value,
        check.startsAt,
        check.freshness,
        check.confirmations,
      ]),
    ]),
  );
}
