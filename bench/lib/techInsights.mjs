/*
 * Tech Insights, as its packages are published, with the workload of bench/lib/scorecards.mjs: four retrievers of ten whole numbers each, and
 * forty checks of its rules engine. It works in this process, on a database of its own; nothing of the catalog or of HTTP is in its way.
 */
import { createRequire } from 'node:module';
import {
  bound,
  checks,
  componentName,
  factsOf,
  factsOfProvider,
  providers,
} from './scorecards.mjs';

const require = createRequire(import.meta.url);
const {
  buildTechInsightsContext,
  createFactRetrieverRegistration,
} = require('@backstage-community/plugin-tech-insights-backend');
const {
  JSON_RULE_ENGINE_CHECK_TYPE,
  JsonRulesEngineFactCheckerFactory,
} = require('@backstage-community/plugin-tech-insights-backend-module-jsonfc');

/** Entities of which its route has checks run at the same time, unless something else is configured. */
const AT_ONCE = 100;

const logger = {
  child: () => logger,
  debug() {},
  info() {},
  warn: console.warn,
  error: console.error,
};

const refOf = name => `component:default/${name}`;

function createRetriever(provider, components) {
  const facts = factsOf(provider, refOf(componentName(0)));
  return {
    id: `provider${provider}`,
    version: '1.0.0',
    entityFilter: [{ kind: 'component' }],
    schema: Object.fromEntries(
      Object.keys(facts).map(name => [
        name,
        { type: 'integer', description: name },
      ]),
    ),
    handler: async () =>
      Array.from({ length: components }, (_, index) => ({
        entity: {
          namespace: 'default',
          kind: 'component',
          name: componentName(index),
        },
        facts: factsOf(provider, refOf(componentName(index))),
      })),
  };
}

function createChecks() {
  return Array.from({ length: checks }, (_, fact) => ({
    id: `check-${fact}`,
    name: `Check ${fact}`,
    type: JSON_RULE_ENGINE_CHECK_TYPE,
    description: `Check ${fact}`,
    factIds: [`provider${Math.floor(fact / factsOfProvider)}`],
    rule: {
      conditions: {
        all: [{ fact: `f${fact}`, operator: 'lessThan', value: bound }],
      },
    },
  }));
}

/** Puts Tech Insights together on an empty database. */
export async function createTechInsights(knex, components) {
  const tasks = [];
  const { factChecker, persistenceContext } = await buildTechInsightsContext({
    auth: {},
    config: {},
    database: { getClient: async () => knex },
    discovery: {},
    factCheckerFactory: new JsonRulesEngineFactCheckerFactory({
      logger,
      checks: createChecks(),
    }),
    factRetrievers: Array.from({ length: providers }, (_, provider) =>
      createFactRetrieverRegistration({
        cadence: '0 * * * *',
        factRetriever: createRetriever(provider, components),
      }),
    ),
    logger,
    scheduler: { scheduleTask: async task => tasks.push(task) },
    urlReader: {},
  });
  const { techInsightsStore } = persistenceContext;
  return {
    /** Asks every retriever once, one after the other. */
    async retrieve() {
      for (const { fn } of tasks) {
        await fn();
      }
    },
    /** Runs all checks of all entities, as its route does, and writes the answer down. */
    async check() {
      const entities = (await techInsightsStore.getEntities()).values();
      const results = [];
      const work = async () => {
        for (const { namespace, kind, name } of entities) {
          const entity = `${kind}:${namespace}/${name}`;
          results.push({
            entity,
            results: await factChecker.runChecks(entity),
          });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return { results, size: JSON.stringify(results).length };
    },
  };
}
