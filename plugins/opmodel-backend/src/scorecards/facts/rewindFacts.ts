import type { FactValue } from '@opmodel/backstage-plugin-opmodel-common';
import type { FactChange, KnownFacts } from './FactStore';

/**
 * What was known of an entity at an earlier moment: what is known now, with the changes since then undone. What was first told later is
 * left as it is, since nobody knows what it was before.
 *
 * @param known - what is known now
 * @param changes - how it came to be so, the latest first
 * @param at - epoch milliseconds
 */
export function rewindFacts(
  known: readonly KnownFacts[],
  changes: readonly FactChange[],
  at: number,
): KnownFacts[] {
  const undone = new Map<string, Record<string, FactValue>>();
  const factsOf = (provider: string) => {
    const facts = undone.get(provider) ?? {
      ...known.find(one => one.provider === provider)?.facts,
    };
    undone.set(provider, facts);
    return facts;
  };
  for (const { provider, changedAt, before, added } of changes) {
    if (changedAt > at) {
      const facts = factsOf(provider);
      added.forEach(name => delete facts[name]);
      Object.assign(facts, before);
    }
  }
  return known.map(one => {
    const facts = undone.get(one.provider) ?? one.facts;
    return {
      ...one,
      facts,
      reportedAt: Object.fromEntries(
        Object.keys(facts).map(name => [
          name,
          Math.min(one.reportedAt[name] ?? at, at),
        ]),
      ),
    };
  });
}
