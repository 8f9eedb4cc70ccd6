import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type {
  IntakeEvent,
  IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  Collector,
  CollectorContext,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import type { CollectorLeaseStore } from '../collect/CollectorLeaseStore';
import type { CollectorProblemStore } from '../collect/CollectorProblemStore';
import {
  CollectorRunner,
  type CollectorRunnerOptions,
} from '../collect/CollectorRunner';
import { CollectorService } from '../collect/CollectorService';
import type { CollectorStore } from '../collect/CollectorStore';
import { DatabaseCollectorLeaseStore } from '../collect/DatabaseCollectorLeaseStore';
import { DatabaseCollectorProblemStore } from '../collect/DatabaseCollectorProblemStore';
import { DatabaseCollectorStore } from '../collect/DatabaseCollectorStore';
import { FakeCollectorLeaseStore } from '../collect/FakeCollectorLeaseStore';
import { FakeCollectorProblemStore } from '../collect/FakeCollectorProblemStore';
import { FakeCollectorStore } from '../collect/FakeCollectorStore';
import { entityOf, scanEntities } from './catalog';

/** An event that the collector of {@link collectorOf} may emit. */
export function eventOf(id: string): IntakeEvent {
  return {
    source: 'git:example.com/shop',
    id,
    time: '2026-03-01T10:00:00Z',
    observation: { kind: 'change', subject: id, target: {} },
  };
}

/** A collector `git` that runs every ten minutes, for five minutes at most. */
export function collectorOf(
  collect: (context: CollectorContext) => Promise<void>,
  override: Partial<Collector> = {},
): Collector {
  return {
    id: 'git',
    title: 'Git histories',
    annotations: ['github.com/project-slug'],
    schedule: { frequency: { minutes: 10 }, timeout: { minutes: 5 } },
    watermark: z.object({ head: z.string() }),
    collect,
    ...override,
  };
}

/** The stores of the collectors, which replicas share. */
export interface CollectorStores {
  store: CollectorStore;
  leases: CollectorLeaseStore;
  problems: CollectorProblemStore;
}

/** In memory. */
export function fakeCollectorStores(): CollectorStores {
  const leases = new FakeCollectorLeaseStore();
  return {
    leases,
    store: new FakeCollectorStore(leases),
    problems: new FakeCollectorProblemStore(),
  };
}

/** In a database. */
export function databaseCollectorStores(knex: Knex): CollectorStores {
  return {
    leases: new DatabaseCollectorLeaseStore(knex),
    store: new DatabaseCollectorStore(knex),
    problems: new DatabaseCollectorProblemStore(knex),
  };
}

/** What replicas that run collectors share: stores, a catalog, an intake that takes everything, and a clock that stands still. */
export class CollectorWorld {
  /** Epoch milliseconds. */
  now = Date.UTC(2026, 2, 2);
  catalog = new FakeCatalogStore();
  readonly stores: CollectorStores;
  readonly submit = jest.fn(
    async (
      events: IntakeEvent[],
      _options: { producer: string; now: number },
    ): Promise<IntakeOutcome[]> =>
      events.map(({ source, id }) => ({ source, id, status: 'accepted' })),
  );
  readonly signal = new AbortController().signal;

  constructor(stores: CollectorStores = fakeCollectorStores()) {
    this.stores = stores;
  }

  /** Lets the catalog know one entity that concerns the collector, and one that does not. */
  async fillCatalog(): Promise<void> {
    await scanEntities(this.catalog, [
      entityOf('component:default/shop', {
        annotations: { 'github.com/project-slug': 'acme/shop' },
      }),
      entityOf('component:default/other'),
    ]);
  }

  /** A replica. */
  replicaOf(
    collectors: Collector[],
    override: Partial<Omit<CollectorRunnerOptions, 'config'>> & {
      config?: object;
    } = {},
  ): CollectorRunner {
    const { config, ...rest } = override;
    return new CollectorRunner({
      ...this.stores,
      collectors,
      catalog: this.catalog,
      intake: { submit: this.submit },
      scheduler: mockServices.scheduler.mock(),
      logger: mockServices.logger.mock(),
      clock: () => this.now,
      random: () => 0.5,
      ...rest,
      config: new ConfigReader((config ?? {}) as any),
    });
  }

  /** Runs a collector now, on a replica of its own. */
  async run(collector: Collector, config?: object): Promise<void> {
    await this.stores.leases.request([collector.id], { now: this.now });
    await this.replicaOf([collector], { config }).look(
      collector.id,
      this.signal,
    );
  }

  /** What tells how collectors are doing. */
  serviceOf(collectors: Collector[]): CollectorService {
    return new CollectorService({
      ...this.stores,
      collectors,
      clock: () => this.now,
    });
  }

  /** How the collector of {@link collectorOf} is doing. */
  async health() {
    const [health] = await this.serviceOf([
      collectorOf(async () => {}),
    ]).listHealth();
    return health;
  }
}
