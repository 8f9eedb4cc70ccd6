import type { StoredScorecard } from './ScorecardStore';

/** The row of a scorecard. */
export function toScorecardRow(one: StoredScorecard) {
  const { definition, origin, definitionHash, spec, version } = one;
  return {
    ref: definition.ref,
    origin,
    title: definition.title,
    owner_ref: definition.owner ?? null,
    definition: JSON.stringify(definition),
    definition_hash: definitionHash,
    spec: JSON.stringify(spec),
    version,
    slots: JSON.stringify(one.slots),
    problems: JSON.stringify(one.problems),
    published_at: one.publishedAt,
    removed_at: one.removedAt,
  };
}

/** What a row says. */
export function fromScorecardRow(row: Record<string, any>): StoredScorecard {
  return {
    definition: JSON.parse(row.definition),
    origin: row.origin,
    definitionHash: row.definition_hash,
    spec: JSON.parse(row.spec),
    version: row.version,
    slots: JSON.parse(row.slots),
    problems: JSON.parse(row.problems),
    publishedAt: Number(row.published_at),
    removedAt: row.removed_at === null ? null : Number(row.removed_at),
  };
}
