import type {
  EntityFactReport,
  FactProviderList,
  FactProviderView,
  FactType,
  FactValue,
  FactSchema,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { findScoredEntity } from '../ScorecardCaller';
import { isAskedAbout } from './FactRun';
import type { FactProviders } from './FactProviders';
import type { FactProviderState, FactStore, KnownFacts } from './FactStore';
import type { ReadableFacts } from './ReadableFacts';

/** Tells who tells facts, and what is told of an entity. */
export class FactReader {
  readonly #store: Pick<FactStore, 'listProviders'>;
  readonly #facts: ReadableFacts;
  readonly #catalog: Pick<CatalogStore, 'getEntity'>;
  readonly #providers: FactProviders;
  readonly #clock: () => number;

  constructor(options: {
    store: Pick<FactStore, 'listProviders'>;
    facts: ReadableFacts;
    catalog: Pick<CatalogStore, 'getEntity'>;
    providers: FactProviders;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#facts = options.facts;
    this.#catalog = options.catalog;
    this.#providers = options.providers;
    this.#clock = options.clock;
  }

  /**
   * Who tells which facts.
   *
   * @param options - `isOperator`: with how its runs went. They are about all entities, whoever may see them.
   */
  async listProviders({
    isOperator,
  }: {
    isOperator: boolean;
  }): Promise<FactProviderList> {
    const now = this.#clock();
    const providers = await this.#store.listProviders();
    return {
      items: providers.map(provider => ({
        id: provider.id,
        title: provider.title,
        cadenceSeconds:
          provider.cadenceMs === null ? null : provider.cadenceMs / 1_000,
        freshnessSeconds: provider.freshnessMs / 1_000,
        state: stateOf(provider, now),
        reportedAt: toInstant(provider.reportedAt),
        nextAt: toInstant(provider.nextAt),
        entities: isOperator ? provider.entities : null,
        problems: isOperator ? provider.problems : null,
        error: isOperator ? provider.error : null,
        facts: describeFacts(provider.schema),
      })),
    };
  }

  /**
   * What providers tell of an entity, with what they could.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   */
  async getReport(
    entityRef: string,
    visibility: Visibility,
  ): Promise<EntityFactReport> {
    const entity = await findScoredEntity(this.#catalog, entityRef, visibility);
    const told = await this.#facts.read([entityRef], visibility);
    const known = new Map(told.map(facts => [facts.provider, facts]));
    const unasked = new Set(
      this.#providers.asked
        .filter(provider => !isAskedAbout(provider, entity))
        .map(({ id }) => id),
    );
    const now = this.#clock();
    return {
      entityRef,
      title: entity.title ?? entity.name,
      providers: this.#providers
        .list()
        .filter(({ id }) => known.has(id) || !unasked.has(id))
        .map(({ id, title, schema, freshnessMs }) => ({
          provider: id,
          title,
          problem: known.get(id)?.problem ?? null,
          facts: describeFacts(schema).map(fact => ({
            ...fact,
            ...standingOf(fact, known.get(id), now - freshnessMs),
          })),
        })),
    };
  }
}

/**
 * How the facts of a provider stand.
 *
 * @param now - epoch milliseconds
 */
export function stateOf(
  { error, reportedAt, freshnessMs }: FactProviderState,
  now: number,
): FactProviderView['state'] {
  if (error !== null) {
    return 'failed';
  }
  if (reportedAt === null) {
    return 'never';
  }
  return reportedAt + freshnessMs < now ? 'stale' : 'fresh';
}

function describeFacts(schema: FactSchema) {
  return Object.entries(schema).map(([name, { type, unit, description }]) => ({
    name,
    type,
    unit: unit ?? null,
    description,
  }));
}

/** A value as the API writes it: instants in ISO 8601. */
function printValue(value: FactValue, type: FactType) {
  if (type === 'datetime' && typeof value === 'number') {
    return toInstant(value);
  }
  return typeof value === 'object' && value !== null ? [...value] : value;
}

function standingOf(
  { name, type }: { name: string; type: FactType },
  known: KnownFacts | undefined,
  staleBefore: number,
) {
  if (!known || !Object.hasOwn(known.facts, name)) {
    return { value: null, reportedAt: null, isStale: false };
  }
  const value = known.facts[name];
  return {
    value: printValue(value, type),
    reportedAt: toInstant(known.reportedAt[name]),
    isStale: known.reportedAt[name] < staleBefore,
  };
}
