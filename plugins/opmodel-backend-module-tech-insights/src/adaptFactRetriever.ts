import type {
  FactRetriever,
  FactRetrieverContext,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import {
  factNameOf,
  findProviderProblem,
  schemaOfRetriever,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import { kindsOfFilter, narrowFilter } from './entityFilters';
import { toFactValue } from './toFactValue';

/** What every retriever is called with, beside its own filter. */
export type RetrieverServices = Omit<FactRetrieverContext, 'entityFilter'>;

/** How a retriever is run. */
export interface RetrieverOptions {
  /** How often it is run; at least a minute. Default: 6 hours. */
  cadence?: HumanDuration;
  /** For how long its facts are believed. Longer than the cadence. Default: 49 hours. */
  freshness?: HumanDuration;
}

/** Of as few entities as these, the retriever is asked about them alone. */
const fewEntities = 20;

/**
 * Runs a fact retriever of Tech Insights, as it is, as a provider of facts. Its id and the names of its facts become names that expressions
 * can speak of; see `factNameOf`.
 *
 * A retriever tells of all entities in one answer, so it is called once a run, however many batches the engine asks for. Where the engine
 * asks about few entities, such as those that are new, its filter is narrowed to their names.
 *
 * @throws InputError for a retriever whose facts cannot be named
 */
export function adaptFactRetriever(
  retriever: FactRetriever,
  services: RetrieverServices,
  { cadence = { hours: 6 }, freshness = { hours: 49 } }: RetrieverOptions = {},
): FactProvider {
  const id = factNameOf(retriever.id);
  const problem = findProviderProblem(id);
  if (problem) {
    throw new InputError(
      `The name of the fact retriever ${retriever.id} ${problem}`,
    );
  }
  const schema = readSchema(retriever);
  const names = new Map(
    Object.keys(retriever.schema).map(fact => [fact, factNameOf(fact)]),
  );
  const runs = new WeakMap<
    AbortSignal,
    Promise<ReadonlyMap<string, ToldFacts>>
  >();

  const retrieve = async (entityFilter: FactRetriever['entityFilter']) => {
    const { logger } = services;
    const rows = await retriever.handler({
      ...services,
      logger: logger.child({ factRetrieverId: retriever.id }),
      entityFilter,
    });
    return new Map(
      latest(rows).map(([entityRef, { facts }]) => [
        entityRef,
        {
          entityRef,
          facts: Object.fromEntries(
            [...names].flatMap(([fact, name]) =>
              Object.hasOwn(facts, fact)
                ? [[name, toFactValue(facts[fact], schema[name].type)]]
                : [],
            ),
          ),
        },
      ]),
    );
  };

  return {
    id,
    title: retriever.title ?? retriever.id,
    schema,
    kinds: kindsOfFilter(retriever.entityFilter),
    cadence,
    freshness,
    async provide(entities, { signal }) {
      signal.throwIfAborted();
      let told: ReadonlyMap<string, ToldFacts>;
      const running = runs.get(signal);
      if (!running && entities.length <= fewEntities) {
        told = await retrieve(narrowFilter(retriever.entityFilter, entities));
      } else {
        const all = running ?? retrieve(retriever.entityFilter);
        runs.set(signal, all);
        told = await all;
      }
      return entities.flatMap(({ entityRef }) => told.get(entityRef) ?? []);
    },
  };
}

function readSchema(retriever: FactRetriever) {
  try {
    return schemaOfRetriever(retriever);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/** The newest row of each entity, by its ref in lower case; where none is newer, the last. */
function latest(
  rows: readonly TechInsightFact[],
): [entityRef: string, row: TechInsightFact][] {
  const newest = new Map<string, TechInsightFact>();
  for (const row of rows) {
    const { kind, namespace, name } = row.entity;
    const ref = stringifyEntityRef({
      kind,
      // Retrievers hand on what entities say, and most say nothing of a namespace.
      namespace: namespace || 'default',
      name,
    });
    const known = newest.get(ref);
    if (!known || instantOf(row) >= instantOf(known)) {
      newest.set(ref, row);
    }
  }
  return [...newest];
}

function instantOf({ timestamp }: TechInsightFact): number {
  return timestamp?.toMillis() ?? Infinity;
}
