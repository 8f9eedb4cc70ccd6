import type { ScorecardDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import type { ScorecardStore } from '../definitions/ScorecardStore';

/** Versions that are looked through at a time. */
const VERSIONS = 100;

/** What levels follow from beside the verdicts, as a text: of two definitions with one text the same verdicts come to the same level. */
export function levelRulesOf({
  scheme,
  levels,
  requires,
  checks,
}: Pick<
  ScorecardDefinition,
  'scheme' | 'levels' | 'requires' | 'checks'
>): string {
  return JSON.stringify([
    scheme,
    levels.map(({ name, rank, atLeast }) => [name, rank, atLeast]),
    requires,
    checks.map(({ id, level, weight, whenNotReported }) => [
      id,
      level,
      weight,
      whenNotReported,
    ]),
  ]);
}

/**
 * The versions of a scorecard that were published within a time and by which verdicts come to other levels than by the version before.
 *
 * @param span - epoch milliseconds; `from` is not in it
 */
export async function listNewLevelRules(
  scorecards: Pick<ScorecardStore, 'listVersions'>,
  scorecardRef: string,
  { from, to }: { from: number; to: number },
): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  let later: { version: number; rules: string; isWithin: boolean } | undefined;
  let before: number | undefined;
  for (;;) {
    const versions = await scorecards.listVersions(scorecardRef, {
      limit: VERSIONS,
      before,
    });
    for (const { version, publishedAt, definition } of versions) {
      const rules = levelRulesOf(definition);
      if (later?.isWithin && later.rules !== rules) {
        found.add(later.version);
      }
      if (publishedAt <= from) {
        return found;
      }
      later = { version, rules, isWithin: publishedAt <= to };
    }
    before = versions.at(-1)?.version;
    if (before === undefined || versions.length < VERSIONS) {
      return found;
    }
  }
}
