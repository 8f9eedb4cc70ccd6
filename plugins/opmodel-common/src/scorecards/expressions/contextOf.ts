import type {
  EntityFacts,
  Fact,
  FactName,
  FactSchema,
  FactType,
} from '../factSchema';

/**
 * What an expression reads of one entity: only the facts that it speaks of; one that was not told is absent, which CEL takes as "no such
 * key". As maps: what every object has, such as its constructor, is no fact, and may be the name of one.
 *
 * @param given - `schemas`: facts by provider; `now`: epoch milliseconds
 */
export function contextOf(
  facts: readonly FactName[],
  given: {
    schemas: Readonly<Record<string, FactSchema>>;
    entityFacts: EntityFacts;
    now: number;
  },
): Map<string, unknown> {
  const { schemas, entityFacts, now } = given;
  const context = new Map<string, unknown>([['now', new Date(now)]]);
  const byProvider = new Map<string, Map<string, unknown>>();
  for (const { provider, name } of facts) {
    const told = byProvider.get(provider) ?? new Map<string, unknown>();
    byProvider.set(provider, told);
    context.set(provider, told);
    const known = ownOf(entityFacts, provider);
    const fact = known && ownOf(known, name);
    if (isTold(fact)) {
      told.set(name, toCel(schemas[provider][name].type, fact));
    }
  }
  return context;
}

/** What a record says itself under a name, and not what every object has. */
export function ownOf<T>(
  record: Readonly<Record<string, T>>,
  name: string,
): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function isTold(fact: Fact | undefined): fact is Fact {
  return fact !== undefined && fact.value !== null;
}

function toCel(type: FactType, { value }: Fact): unknown {
  switch (type) {
    case 'integer':
      return BigInt(value as number);
    case 'datetime':
      return new Date(value as number);
    default:
      return value;
  }
}
