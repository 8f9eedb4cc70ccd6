import { diffFacts } from './diffFacts';
import type { FactChange, FactStatement } from './FactStore';
import {
  lastToldAt,
  type ProviderStanding,
  type StoredFacts,
} from './StoredFacts';

/** What is written of one entity. */
export interface FactWrite {
  entityRef: string;
  /** Null: nothing is known any more. */
  stored: StoredFacts | null;
  /** Null: what was known has not changed. */
  change: FactChange | null;
  /** Names of facts whose checks may come to something else. */
  names: readonly string[];
  /** When that was told, epoch milliseconds; absent: just now. */
  toldAt?: number;
}

/**
 * What a run of a provider changes of one entity.
 *
 * @param known - undefined: nothing was known of it
 * @param statement - undefined: the provider has nothing to tell of it
 * @param options - `now`: beginning of the run, epoch milliseconds
 * @returns undefined where nothing is to be written
 */
export function planTelling(
  known: StoredFacts | undefined,
  statement: FactStatement | undefined,
  options: { entityRef: string; provider: ProviderStanding; now: number },
): FactWrite | undefined {
  if (known && known.changedAt > options.now) {
    return undefined;
  }
  if (!statement) {
    return known && planWithdrawal(known, options);
  }
  return statement.problem === null
    ? planFacts(known, statement.facts, options)
    : planProblem(known, statement.problem, options);
}

function planWithdrawal(
  known: StoredFacts,
  { entityRef, provider, now }: Parameters<typeof planTelling>[2],
): FactWrite {
  const names = Object.keys(known.facts);
  return {
    entityRef,
    stored: null,
    change:
      names.length > 0
        ? {
            entityRef,
            provider: provider.id,
            changedAt: now,
            before: known.facts,
            added: [],
          }
        : null,
    names: known.problem === null ? names : provider.names,
  };
}

function planProblem(
  known: StoredFacts | undefined,
  problem: string,
  { entityRef, provider, now }: Parameters<typeof planTelling>[2],
): FactWrite | undefined {
  if (known?.problem === problem) {
    return undefined;
  }
  return {
    entityRef,
    stored: known
      ? {
          ...known,
          problem,
          silentSince: lastToldAt(known, provider.reportedAt),
        }
      : {
          entityRef,
          provider: provider.id,
          facts: {},
          toldAt: null,
          silentSince: null,
          problem,
          changedAt: now,
        },
    change: null,
    names: provider.names,
  };
}

function planFacts(
  known: StoredFacts | undefined,
  facts: StoredFacts['facts'],
  { entityRef, provider, now }: Parameters<typeof planTelling>[2],
): FactWrite | undefined {
  const difference = diffFacts(known?.facts ?? {}, facts);
  const wasSilent =
    known !== undefined &&
    (known.problem !== null || known.silentSince !== null);
  if (known && !difference && !wasSilent) {
    return undefined;
  }
  const changed = difference
    ? [...Object.keys(difference.before), ...difference.added]
    : [];
  return {
    entityRef,
    stored: {
      entityRef,
      provider: provider.id,
      facts,
      toldAt: null,
      silentSince: null,
      problem: null,
      changedAt: known && !difference ? known.changedAt : now,
    },
    change:
      known && difference && Object.keys(known.facts).length > 0
        ? { entityRef, provider: provider.id, changedAt: now, ...difference }
        : null,
    // What was silent may have been taken for not told, or for an error.
    names: wasSilent ? [...new Set([...provider.names, ...changed])] : changed,
  };
}
