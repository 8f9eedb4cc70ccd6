import {
  findNameProblem,
  findProviderProblem,
  findValueProblem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { durationToMilliseconds } from '@backstage/types';
import type {
  FactContext,
  FactEntity,
  FactProvider,
  ToldFacts,
} from './FactProvider';

/** A provider with an outside world that stands still, for one check of the contract. */
export interface FactProviderContractFixture {
  provider: FactProvider;
  /** Entities of kinds that it is asked about, two or more; facts are told of at least one of them. */
  entities: FactEntity[];
  /** Another one, which the outside world does not know. */
  unknownEntity: FactEntity;
  /** Another one, of which nothing can be told now, as where its repository cannot be read; absent: that cannot happen. */
  brokenEntity?: FactEntity;
}

/** One rule that every provider of facts keeps. */
export interface FactProviderContractCheck {
  name: string;
  /**
   * @throws when the provider breaks the rule, saying how
   */
  check(fixture: FactProviderContractFixture): Promise<void>;
}

const MINUTE = 60_000;

/**
 * The rules that the engine relies on. A module holds its provider against them in its own tests, with any test runner:
 *
 * ```ts
 * it.each(factProviderContract)('$name', ({ check }) => check(createFixture()));
 * ```
 */
export const factProviderContract: FactProviderContractCheck[] = [
  {
    name: 'has names that expressions can speak of, and says what its facts mean',
    async check({ provider: { id, title, schema } }) {
      const problem = findProviderProblem(id);
      hold(problem === null, `the id ${problem}`);
      hold(title.trim(), 'the title is empty');
      hold(Object.keys(schema).length > 0, 'it has no facts');
      for (const [name, { type, description, unit }] of Object.entries(
        schema,
      )) {
        const wrong = findNameProblem(name);
        hold(wrong === null, `the name of a fact ${wrong}`);
        hold(description.trim(), `it does not say what ${name} means`);
        hold(
          unit === undefined || type === 'integer' || type === 'number',
          `${name} has a unit and is no number`,
        );
      }
    },
  },
  {
    name: 'is asked again before its facts are too old',
    async check({ provider: { cadence, freshness, batchSize = 1 } }) {
      const between = durationToMilliseconds(cadence);
      const believed = durationToMilliseconds(freshness);
      hold(between >= MINUTE, `it is asked every ${between} milliseconds`);
      hold(
        believed > between,
        'its facts are believed for no longer than the cadence',
      );
      hold(
        Number.isInteger(batchSize) && batchSize >= 1,
        `it is asked about ${batchSize} entities at a time`,
      );
    },
  },
  {
    name: 'is asked about the kinds that it names',
    async check({ provider: { kinds }, entities }) {
      for (const kind of kinds ?? []) {
        hold(kind === kind.toLowerCase(), `${kind} is not in lower case`);
      }
      for (const { entityRef, kind } of entities) {
        hold(
          !kinds || kinds.includes(kind),
          `it is never asked about ${entityRef}`,
        );
      }
    },
  },
  {
    name: 'tells facts of its schema, of what it is asked about',
    async check({ provider, entities }) {
      const told = await ask(provider, entities);
      const facts = [...told.values()].filter(one => 'facts' in one);
      hold(
        facts.some(one => Object.values(one.facts).some(isThere)),
        'it tells nothing of any of the entities',
      );
    },
  },
  {
    name: 'says the same again',
    async check({ provider, entities }) {
      const context = contextOf();
      const first = await ask(provider, entities, context);
      const second = await ask(provider, entities, {
        ...contextOf(),
        now: context.now,
      });
      holdSame(first, second, entities, 'when it is asked again');
    },
  },
  {
    name: 'says the same of an entity, whatever it is asked about beside it',
    async check({ provider, entities, unknownEntity }) {
      const context = contextOf();
      const together = await ask(
        provider,
        [unknownEntity, ...entities].reverse(),
        context,
      );
      for (const entity of entities) {
        const alone = await ask(provider, [entity], {
          ...contextOf(),
          now: context.now,
        });
        holdSame(together, alone, [entity], 'when it is asked about it alone');
      }
    },
  },
  {
    name: 'tells no problem of what the outside world does not know',
    async check({ provider, unknownEntity }) {
      const told = await ask(provider, [unknownEntity]);
      const one = told.get(unknownEntity.entityRef);
      hold(
        !one || 'facts' in one,
        `it has a problem with ${unknownEntity.entityRef}, so that checks would be errors for ever`,
      );
    },
  },
  {
    name: 'tells a problem with one entity as a problem of it alone',
    async check({ provider, entities, brokenEntity }) {
      if (!brokenEntity) {
        return;
      }
      const context = contextOf();
      const told = await ask(provider, [brokenEntity, ...entities], context);
      const broken = told.get(brokenEntity.entityRef);
      hold(
        broken && 'problem' in broken,
        `it tells no problem with ${brokenEntity.entityRef}`,
      );
      const without = await ask(provider, entities, {
        ...contextOf(),
        now: context.now,
      });
      holdSame(told, without, entities, 'beside one with a problem');
    },
  },
  {
    name: 'tells nothing where it is asked nothing',
    async check({ provider }) {
      const told = await ask(provider, []);
      hold(told.size === 0, 'it tells of what nobody asked for');
    },
  },
  {
    name: 'does not start work when it is told to stop',
    async check({ provider, entities }) {
      const controller = new AbortController();
      controller.abort();
      let failed = false;
      try {
        await provider.provide(entities, contextOf(controller.signal));
      } catch {
        failed = true;
      }
      hold(failed, 'it answered all the same');
    },
  },
];

function contextOf(
  signal: AbortSignal = new AbortController().signal,
): FactContext {
  return { signal, now: Date.now() };
}

/** What it tells, by the ref of the entity; each statement is held against the schema. */
async function ask(
  provider: FactProvider,
  entities: readonly FactEntity[],
  context: FactContext = contextOf(),
): Promise<ReadonlyMap<string, ToldFacts>> {
  const asked = new Set(entities.map(({ entityRef }) => entityRef));
  const told = new Map<string, ToldFacts>();
  for (const one of await provider.provide(entities, context)) {
    const { entityRef } = one;
    hold(asked.has(entityRef), `nobody asked about ${entityRef}`);
    hold(!told.has(entityRef), `it tells of ${entityRef} more than once`);
    holdStatement(provider, one);
    told.set(entityRef, one);
  }
  return told;
}

function holdStatement({ schema }: FactProvider, told: ToldFacts): void {
  const { entityRef } = told;
  if ('problem' in told) {
    hold(
      told.problem.trim(),
      `it does not say what its problem with ${entityRef} is`,
    );
    return;
  }
  for (const [name, value] of Object.entries(told.facts)) {
    hold(
      Object.hasOwn(schema, name),
      `it tells ${name} of ${entityRef}, which is not in its schema`,
    );
    const problem = findValueProblem(schema[name], value);
    hold(problem === null, `${name} of ${entityRef} ${problem}`);
  }
}

function holdSame(
  first: ReadonlyMap<string, ToldFacts>,
  second: ReadonlyMap<string, ToldFacts>,
  entities: readonly FactEntity[],
  when: string,
): void {
  for (const { entityRef } of entities) {
    hold(
      print(first.get(entityRef)) === print(second.get(entityRef)),
      `it says something else of ${entityRef} ${when}`,
    );
  }
}

/** In no order of its own: facts have none, nor have the texts of a set. */
function print(told: ToldFacts | undefined): string {
  if (!told || 'problem' in told) {
    return told ? 'a problem' : 'nothing';
  }
  return JSON.stringify(
    Object.entries(told.facts)
      .map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? [...value].sort() : value,
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

function isThere(value: unknown): boolean {
  return value !== null;
}

function hold(condition: unknown, breach: string): asserts condition {
  if (!condition) {
    throw new Error(`The provider breaks its contract: ${breach}`);
  }
}
