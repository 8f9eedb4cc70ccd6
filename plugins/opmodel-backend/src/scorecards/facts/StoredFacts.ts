import type { FactProviderState, FactValues, KnownFacts } from './FactStore';

/** What is known of one entity from one provider, as it is kept. Instants are epoch milliseconds. */
export interface StoredFacts {
  entityRef: string;
  provider: string;
  facts: FactValues;
  /** By name, where somebody outside told it; null: it was told by the runs of the provider. */
  toldAt: Readonly<Record<string, number>> | null;
  /** It was last told then, and not by the runs after; null: by the last one that went well. */
  silentSince: number | null;
  /** Why nothing can be told now; null: it can. */
  problem: string | null;
  changedAt: number;
}

/** What of a provider matters to what it tells. */
export interface ProviderStanding {
  id: string;
  /** Names of its schema. */
  names: readonly string[];
  /** For how long its facts are believed. Milliseconds. */
  freshnessMs: number;
  /** When its last run that went well began; null: there was none. */
  reportedAt: number | null;
}

/** How a provider stands, for what it tells. */
export function standingOf({
  id,
  schema,
  freshnessMs,
  reportedAt,
}: FactProviderState): ProviderStanding {
  return { id, names: Object.keys(schema), freshnessMs, reportedAt };
}

/** When what the runs of a provider tell of an entity was last told. */
export function lastToldAt(
  { silentSince, changedAt }: Pick<StoredFacts, 'silentSince' | 'changedAt'>,
  reportedAt: number | null,
): number {
  // What changed in a run that failed later on was told then all the same.
  return silentSince ?? Math.max(reportedAt ?? changedAt, changedAt);
}

/** What is known, as readers see it. */
export function toKnownFacts(
  stored: StoredFacts,
  reportedAt: number | null,
): KnownFacts {
  const { entityRef, provider, facts, toldAt, problem } = stored;
  const byRuns = lastToldAt(stored, reportedAt);
  return {
    entityRef,
    provider,
    facts,
    reportedAt: Object.fromEntries(
      Object.keys(facts).map(name => [name, toldAt?.[name] ?? byRuns]),
    ),
    problem,
  };
}

/** When somebody outside last told any of the facts; -Infinity: nobody did. */
export function lastPushOf({
  stored,
}: {
  stored: Pick<StoredFacts, 'toldAt'> | null;
}): number {
  return Math.max(...Object.values(stored?.toldAt ?? {}));
}
