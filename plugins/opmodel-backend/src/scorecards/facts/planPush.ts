import type { FactValue } from '@opmodel/backstage-plugin-opmodel-common';
import { isSameValue } from './diffFacts';
import type { PushedStatement } from './FactStore';
import type { FactWrite } from './planTelling';
import type { ProviderStanding, StoredFacts } from './StoredFacts';

/**
 * What facts that somebody outside tells of one entity change.
 *
 * @param known - undefined: nothing was known of it
 * @param options - `now` in epoch milliseconds
 * @returns undefined where nothing is new
 */
export function planPush(
  known: StoredFacts | undefined,
  { entityRef, facts, toldAt }: PushedStatement,
  { provider, now }: { provider: ProviderStanding; now: number },
): FactWrite | undefined {
  const values: Record<string, FactValue> = { ...known?.facts };
  const instants: Record<string, number> = { ...known?.toldAt };
  const before: Record<string, FactValue> = {};
  const added: string[] = [];
  const names = new Set<string>();
  let isNew = false;
  for (const [name, value] of Object.entries(facts)) {
    const isKnown = Object.hasOwn(values, name);
    const last = isKnown ? instants[name] ?? 0 : -Infinity;
    const isSame = isKnown && isSameValue(values[name], value);
    if (toldAt < last || (toldAt === last && isSame)) {
      continue;
    }
    isNew = true;
    if (!isSame) {
      names.add(name);
      if (isKnown) {
        before[name] = values[name];
      } else {
        added.push(name);
      }
    } else if (last + provider.freshnessMs < now) {
      // Checks may have taken it for not told.
      names.add(name);
    }
    values[name] = value;
    instants[name] = toldAt;
  }
  if (!isNew) {
    return undefined;
  }
  const hasChanged =
    known !== undefined && Object.keys(before).length + added.length > 0;
  return {
    entityRef,
    stored: {
      entityRef,
      provider: provider.id,
      facts: values,
      toldAt: instants,
      silentSince: null,
      problem: null,
      changedAt: hasChanged || !known ? now : known.changedAt,
    },
    change: hasChanged
      ? { entityRef, provider: provider.id, changedAt: toldAt, before, added }
      : null,
    names: [...names],
    toldAt,
  };
}

/**
 * What several statements change, which count in the order of their instants; of the same instant, in their own.
 *
 * @returns `isNew`: for each statement, whether anything in it is
 */
export function planPushes(
  known: ReadonlyMap<string, StoredFacts>,
  statements: readonly PushedStatement[],
  options: { provider: ProviderStanding; now: number },
): { writes: FactWrite[]; isNew: boolean[] } {
  const now = new Map(known);
  const isNew = statements.map(() => false);
  const writes: FactWrite[] = [];
  const inTime = statements
    .map((statement, place) => ({ statement, place }))
    .sort((a, b) => a.statement.toldAt - b.statement.toldAt);
  for (const { statement, place } of inTime) {
    const write = planPush(now.get(statement.entityRef), statement, options);
    if (write) {
      isNew[place] = true;
      writes.push(write);
      now.set(statement.entityRef, write.stored!);
    }
  }
  return { writes, isNew };
}
