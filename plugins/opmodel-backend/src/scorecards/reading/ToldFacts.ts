import {
  type FactDefinition,
  type FactEvidence,
  type FactName,
  type FactValue,
  printFactName,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { FactProviders } from '../facts/FactProviders';
import type { RegisteredProvider } from '../facts/FactStore';
import type { ReadFacts } from '../facts/ReadableFacts';

/** A fact as it is shown: an instant in ISO 8601. */
export type ShownValue = boolean | number | string | string[] | null;

/** What is told of one entity, with what its providers say of each fact. */
export class ToldFacts {
  readonly #known: ReadonlyMap<string, ReadFacts>;
  readonly #providers: ReadonlyMap<string, RegisteredProvider>;
  readonly #now: number;

  /** @param now - epoch milliseconds */
  constructor(
    known: readonly ReadFacts[],
    providers: Pick<FactProviders, 'list'>,
    now: number,
  ) {
    this.#known = new Map(known.map(facts => [facts.provider, facts]));
    this.#providers = new Map(
      providers.list().map(provider => [provider.id, provider]),
    );
    this.#now = now;
  }

  /**
   * A fact with how fresh it is.
   *
   * @param freshness - for how long it is believed, milliseconds; absent: as its provider says
   */
  evidenceOf(fact: FactName, freshness?: number): FactEvidence {
    const provider = this.#providers.get(fact.provider);
    const definition = this.definitionOf(fact);
    const reportedAt = this.#reportedAt(fact);
    const believed = freshness ?? provider?.freshnessMs ?? 0;
    return {
      fact: printFactName(fact),
      description: definition?.description ?? '',
      providerTitle: provider?.title ?? fact.provider,
      value: this.valueOf(fact),
      unit: definition?.unit ?? null,
      reportedAt: toInstant(reportedAt),
      isStale: reportedAt !== null && this.#now - reportedAt > believed,
    };
  }

  /** What a fact is; null: it was not told, or there is none to tell. */
  valueOf(fact: FactName): ShownValue {
    const value = this.#known.get(fact.provider)?.facts[fact.name] ?? null;
    return this.show(fact, value);
  }

  /** A value as it is shown. */
  show(fact: FactName, value: FactValue): ShownValue {
    if (value !== null && typeof value === 'object') {
      return [...value];
    }
    return typeof value === 'number' &&
      this.definitionOf(fact)?.type === 'datetime'
      ? toInstant(value)
      : value;
  }

  /** Whether something of a fact is left out for whoever reads. */
  isHidden({ provider, name }: FactName): boolean {
    return this.#known.get(provider)?.hidden.has(name) ?? false;
  }

  definitionOf({ provider, name }: FactName): FactDefinition | undefined {
    const schema = this.#providers.get(provider)?.schema ?? {};
    return Object.hasOwn(schema, name) ? schema[name] : undefined;
  }

  #reportedAt({ provider, name }: FactName): number | null {
    return this.#known.get(provider)?.reportedAt[name] ?? null;
  }
}
