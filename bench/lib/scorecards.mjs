/*
 * The engine's scorecards, as they are in this repository, and a workload for them: components in a tree of 300 groups five levels deep, four
 * providers of ten whole numbers each, and forty checks that each ask one of them.
 */
import { createRequire } from 'node:module';
import {
  common,
  DatabaseCatalogStore,
  DatabaseSnapshotStore,
  SnapshotScanner,
} from './engine.mjs';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');

const source = '../../plugins/opmodel-backend/src/scorecards';

const { DatabaseFactStore } = require(`${source}/facts/DatabaseFactStore.ts`);
const { FactProviders } = require(`${source}/facts/FactProviders.ts`);
const { FactRunner } = require(`${source}/facts/FactRunner.ts`);
const {
  DatabaseScorecardStore,
} = require(`${source}/definitions/DatabaseScorecardStore.ts`);
const { hashDefinition } = require(`${source}/definitions/hashDefinition.ts`);
const {
  DatabaseResultStore,
} = require(`${source}/evaluation/DatabaseResultStore.ts`);
const { Evaluator } = require(`${source}/evaluation/Evaluator.ts`);
const previewPart = require(`${source}/preview/createPreviewPart.ts`);

/** Groups of each level of the tree, from the top. */
const groupsOfLevels = [1, 4, 20, 75, 200];
export const groups = groupsOfLevels.reduce((sum, count) => sum + count, 0);
export const providers = 4;
export const factsOfProvider = 10;
export const checks = providers * factsOfProvider;
/** A fact below this passes. */
export const bound = 70;
export const readiness = 'scorecard:default/readiness';

const HOUR = 3_600_000;

const groupName = (level, index) =>
  `g${level}-${String(index).padStart(3, '0')}`;

export const groupRef = (level, index) =>
  `group:default/${groupName(level, index)}`;

/** A group of the third level, with all below it 551 components of 10,000. */
export const department = groupRef(2, 0);

export const componentName = index => `c-${String(index).padStart(5, '0')}`;

export const componentRef = index =>
  `component:default/${componentName(index)}`;

/** Which group of the level above each group belongs to: as even as it can be. */
function parentOf(level, index) {
  return level === 0
    ? undefined
    : Math.floor((index * groupsOfLevels[level - 1]) / groupsOfLevels[level]);
}

/** Of ten components the first belongs to a group of the fourth level, the others to one of the last: as even as it can be. */
export function ownerOf(index) {
  const tens = Math.floor(index / 10);
  return index % 10 === 0
    ? groupRef(3, tens % groupsOfLevels[3])
    : groupRef(4, (index - tens - 1) % groupsOfLevels[4]);
}

/** Groups and components as a provider of the catalog gives them. */
export function* entitiesOf(components) {
  const annotations = {
    'backstage.io/managed-by-location': 'url:https://git.example.com/org',
    'backstage.io/managed-by-origin-location':
      'url:https://git.example.com/org',
  };
  for (const [level, count] of groupsOfLevels.entries()) {
    for (let index = 0; index < count; index += 1) {
      const parent = parentOf(level, index);
      yield {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: groupName(level, index), annotations },
        spec: {
          type: 'team',
          children: [],
          ...(parent !== undefined && {
            parent: groupRef(level - 1, parent),
          }),
        },
      };
    }
  }
  for (let index = 0; index < components; index += 1) {
    yield {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: componentName(index), annotations },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: ownerOf(index),
      },
    };
  }
}

/** From 0 to 99, the same in every run: FNV-1a of a name and a number. */
export function valueOf(entity, fact) {
  let hash = 0x811c9dc5;
  for (const character of `${entity} ${fact}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return (hash >>> 0) % 100;
}

const factName = index => `f${index}`;

/** What a provider tells of a component. */
export function factsOf(provider, ref, changed) {
  return Object.fromEntries(
    Array.from({ length: factsOfProvider }, (_, at) => {
      const fact = provider * factsOfProvider + at;
      return [factName(fact), changed?.(ref, fact) ?? valueOf(ref, fact)];
    }),
  );
}

/** Providers that know everything at once. `changed` may tell another value of an entity and the number of a fact. */
export function createProviders(changed) {
  return new FactProviders({
    asked: Array.from({ length: providers }, (_, provider) => ({
      id: `provider${provider}`,
      title: `Provider ${provider}`,
      schema: Object.fromEntries(
        Object.keys(factsOf(provider, '')).map(name => [
          name,
          { type: 'integer', description: name },
        ]),
      ),
      cadence: { hours: 1 },
      freshness: { hours: 24 },
      provide: async entities =>
        entities
          .filter(({ kind }) => kind === 'component')
          .map(({ entityRef }) => ({
            entityRef,
            facts: factsOf(provider, entityRef, changed),
          })),
    })),
    pushed: [],
  });
}

/** Forty checks over four levels. */
export function definition() {
  const levels = ['Bronze', 'Silver', 'Gold', 'Platinum'];
  return {
    ref: readiness,
    title: 'Readiness',
    owner: groupRef(0, 0),
    scheme: 'levels',
    levels: levels.map((name, at) => ({ name, rank: at + 1 })),
    emptyLevel: { name: 'Basic' },
    checks: Array.from({ length: checks }, (_, fact) => ({
      id: `check-${fact}`,
      name: `Check ${fact}`,
      level: levels[fact % levels.length],
      expression: `provider${Math.floor(fact / factsOfProvider)}.${factName(
        fact,
      )} < ${bound}`,
      weight: 1,
      links: [],
      confirmations: 1,
      whenNotReported: 'wait',
    })),
    countsToOverall: true,
    requires: [],
  };
}

/** Scans the organisation into the snapshot of a database. `labelsOf` may give each entity its labels. */
export async function scanOrganisation(knex, components, clock, labelsOf) {
  const entities = [...entitiesOf(components)].map(entity => ({
    ...entity,
    metadata: {
      namespace: 'default',
      etag: 'bench',
      ...entity.metadata,
      ...(labelsOf && { labels: labelsOf(entity) }),
    },
    relations: [
      ...(entity.spec.owner
        ? [{ type: 'ownedBy', targetRef: entity.spec.owner }]
        : []),
      ...(entity.spec.parent
        ? [{ type: 'childOf', targetRef: entity.spec.parent }]
        : []),
    ],
  }));
  await new SnapshotScanner({
    auth: { getOwnServiceCredentials: async () => ({}) },
    catalog: {
      async *streamEntities() {
        for (let at = 0; at < entities.length; at += 500) {
          yield entities.slice(at, at + 500);
        }
      },
    },
    store: new DatabaseSnapshotStore(knex),
    logger: { info() {}, error() {} },
    zone: 'UTC',
    clock,
  }).scan();
}

/** Counts how often each expression is carried out. */
function countJudged(expressions) {
  const judged = new Map();
  const compile = expressions.compile.bind(expressions);
  expressions.compile = (source, ...rest) => {
    const compiled = compile(source, ...rest);
    const { expression } = compiled;
    return expression
      ? {
          ...compiled,
          expression: {
            ...expression,
            evaluate: (...given) => {
              judged.set(source, (judged.get(source) ?? 0) + 1);
              return expression.evaluate(...given);
            },
          },
        }
      : compiled;
  };
  return judged;
}

/** What asks providers and evaluates, on a database. */
export function createScorecards(knex, { clock, changed }) {
  const facts = new DatabaseFactStore(knex);
  const scorecards = new DatabaseScorecardStore(knex);
  const results = new DatabaseResultStore(knex);
  const known = createProviders(changed);
  const judged = countJudged(known.expressions);
  const logger = {
    info() {},
    warn: console.warn,
    error: console.error,
    debug() {},
  };
  const evaluator = new Evaluator({
    acceptances: { listInForce: async () => [] },
    clock,
    logger,
    providers: known,
    results,
    scorecards,
  });
  const signal = new AbortController().signal;
  const runner = new FactRunner({
    store: facts,
    catalog: new DatabaseCatalogStore(knex),
    providers: known.asked,
    logger,
    clock,
    timeoutMs: HOUR,
    afterFacts: () => evaluator.workOff(signal),
  });
  return {
    evaluator,
    facts,
    /** How often each expression was carried out, by its text. */
    judged,
    results,
    scorecards,
    register: () => facts.register(known.list(), { now: clock() }),
    publish: () => {
      const whole = definition();
      return scorecards.publish(
        [
          {
            definition: whole,
            origin: 'portal',
            definitionHash: hashDefinition(whole),
            spec: common.writeScorecardSpec(whole, { zone: 'UTC' }),
            problems: [],
            publishedBy: null,
            note: null,
          },
        ],
        { now: clock() },
      );
    },
    /** Asks every provider that is due, and evaluates what they told. */
    run: () => runner.runDue(signal),
  };
}

/** What tells the impact of a definition, on a database. */
export function createPreviews(knex, { clock }) {
  return previewPart.createPreviews({
    acceptances: { listInForce: async () => [] },
    catalog: new DatabaseCatalogStore(knex),
    clock,
    facts: new DatabaseFactStore(knex),
    providers: createProviders(),
    results: new DatabaseResultStore(knex),
    scorecards: new DatabaseScorecardStore(knex),
    zone: 'UTC',
  });
}
