import {
  type CompiledCheck,
  compileScorecard,
  type FactExpression,
  type FactExpressions,
  type FactName,
  type FactSchema,
  printFactName,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FactProviders } from '../facts/FactProviders';
import type { StoredScorecard } from '../definitions/ScorecardStore';

/** Definitions whose expressions are kept read. */
const KEPT = 200;

/** What a check reads. */
export interface ReadCheck {
  /** Null: it is broken. */
  compiled: CompiledCheck | null;
  /** Its own filter; null: there is none, or it cannot be read. */
  filter: FactExpression | null;
  /** Why it cannot be carried out; null: it can. */
  problem: string | null;
  /** The facts that its verdict rests on, each once. */
  facts: readonly FactName[];
  /** Those that the value beside its verdict rests on. */
  valueFacts: readonly FactName[];
  /** The one fact that its value is, where it says nothing else of its value; null: there is none. */
  shownFact: FactName | null;
  /** Whether its value is an instant, epoch milliseconds. */
  isInstant: boolean;
}

/** The expressions of a scorecard. */
export interface ReadScorecard {
  /** Null: there is none, or it cannot be read. */
  filter: FactExpression | null;
  checks: ReadonlyMap<string, ReadCheck>;
}

/** Reads the expressions of scorecards, each definition once. */
export class CheckExpressions {
  readonly #expressions: FactExpressions;
  readonly #schemas: ReadonlyMap<string, FactSchema>;
  readonly #kept = new Map<string, ReadScorecard>();

  constructor(providers: Pick<FactProviders, 'expressions' | 'list'>) {
    this.#expressions = providers.expressions;
    this.#schemas = new Map(
      providers.list().map(({ id, schema }) => [id, schema]),
    );
  }

  of({
    definition,
    definitionHash,
  }: Pick<StoredScorecard, 'definition' | 'definitionHash'>): ReadScorecard {
    const key = `${definition.ref}/${definitionHash}`;
    const known = this.#kept.get(key);
    if (known) {
      return known;
    }
    const { checks, broken } = compileScorecard(definition, this.#expressions);
    const read: ReadScorecard = {
      filter: this.#readFilter(definition.filter),
      checks: new Map([
        ...checks.map((compiled): [string, ReadCheck] => [
          compiled.check.id,
          this.#read(compiled),
        ]),
        ...broken.map(({ check, message }): [string, ReadCheck] => [
          check.id,
          {
            compiled: null,
            filter: this.#readFilter(check.filter),
            problem: message,
            facts: [],
            valueFacts: [],
            shownFact: null,
            isInstant: false,
          },
        ]),
      ]),
    };
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
    this.#kept.set(key, read);
    return read;
  }

  #readFilter(source: string | undefined): FactExpression | null {
    return source === undefined
      ? null
      : this.#expressions.compile(source).expression;
  }

  #read(compiled: CompiledCheck): ReadCheck {
    const shownFact = shownFactOf(compiled);
    return {
      compiled,
      filter: this.#readFilter(compiled.check.filter),
      problem: null,
      facts: factsOf(compiled),
      valueFacts: compiled.value?.facts ?? (shownFact ? [shownFact] : []),
      shownFact,
      isInstant:
        shownFact !== null &&
        this.#schemas.get(shownFact.provider)?.[shownFact.name]?.type ===
          'datetime',
    };
  }
}

function factsOf({ expression, warning, value }: CompiledCheck): FactName[] {
  const all = [expression, warning, value].flatMap(read => read?.facts ?? []);
  return [...new Map(all.map(fact => [printFactName(fact), fact])).values()];
}

function shownFactOf({ expression, value }: CompiledCheck): FactName | null {
  return value === null && expression.facts.length === 1
    ? expression.facts[0]
    : null;
}
