import type { ContractError } from '@opmodel/backstage-plugin-opmodel-common';
import type { LinkKey } from '../catalog/CatalogStore';
import type { ReadEntityFacts } from '../intake/readEntityFacts';
import type { ReadMeasurement } from '../intake/readMeasurements';
import { type ReadEvent, rejectAsSent } from '../intake/ReadEvent';
import { matchesGlob } from '../lib/globs';
import { findAllowed, lookUpGrant, type GrantStores } from './grantLookup';
import type { EntityLimit, ProducerIdentity } from './ProducerRule';
import { rejectAdmitted, TargetAdmission } from './TargetAdmission';

/** What one producer may send. */
export class ProducerGrant {
  readonly #identity: ProducerIdentity;
  readonly #entities: EntityLimit;
  readonly #sources: string[] | undefined;
  readonly #stores: GrantStores;

  /**
   * @param options - `sources`: patterns of sources that it may name beside its own; undefined: any
   */
  constructor(options: {
    identity: ProducerIdentity;
    entities: EntityLimit;
    sources: string[] | undefined;
    stores: GrantStores;
  }) {
    this.#identity = options.identity;
    this.#entities = options.entities;
    this.#sources = options.sources;
    this.#stores = options.stores;
  }

  /** Source of the events that state none. */
  get source(): string {
    return this.#identity.source;
  }

  /** Whether it speaks for its repository: what names nobody concerns the entities of that. */
  get ofRepository(): boolean {
    return this.#repository().length > 0;
  }

  /**
   * The source of what a request's path names one for, such as `devlake:1`. Of a producer that speaks for its own sources alone,
   * it is one of them.
   */
  sourceOf(name: string): string {
    return this.#sources ? `${this.source}#${name}` : name;
  }

  /**
   * Rejects what the producer may not send. What is wrong is told by its place and by what the producer may name, never by what
   * there is: an entity that does not exist is answered as one of somebody else.
   *
   * Whom an admitted event concerns holds: it is said by names that the producer may use, or by its own repository, so that no
   * later change of the catalog gives the record to the entities of somebody else.
   */
  async admit(items: ReadEvent[]): Promise<ReadEvent[]> {
    const spoken = items
      .map(item => this.#checkSource(item))
      .map(item => this.#checkKind(item));
    if (this.#entities.kind === 'all') {
      return spoken;
    }
    const lookup = await lookUpGrant(
      spoken.flatMap(item => ('event' in item ? item.event : [])),
      {
        limit: this.#entities,
        repository: this.#repository(),
        stores: this.#stores,
      },
    );
    const admission = new TargetAdmission({
      source: this.source,
      repository: this.#repository(),
      lookup,
    });
    return spoken.map(item => ('event' in item ? admission.admit(item) : item));
  }

  /**
   * Rejects measurements of objectives that measure what the producer may not write for. What is wrong is told as if there were no such
   * objective.
   *
   * @param measured - what the objectives measure, by ref
   */
  async admitMeasurements(
    items: readonly ReadMeasurement[],
    measured: ReadonlyMap<string, string | null>,
  ): Promise<(ReadMeasurement | Extract<ReadEvent, { rejected: unknown }>)[]> {
    if (this.#entities.kind === 'all') {
      return [...items];
    }
    const allowed = await this.#findAllowed(
      [...measured.values()].filter(ref => ref !== null),
    );
    return items.map(item => {
      const entityRef = measured.get(item.measurement.sloRef);
      const message = `expected an SLO of something that ${this.source} may write for`;
      return entityRef && allowed.has(entityRef)
        ? item
        : rejectAsSent(item, [{ path: 'slo', message }]);
    });
  }

  /** Rejects facts of entities that the producer may not write for, whether or not there are such. */
  async admitEntityFacts(
    items: readonly ReadEntityFacts[],
  ): Promise<(ReadEntityFacts | Extract<ReadEvent, { rejected: unknown }>)[]> {
    if (this.#entities.kind === 'all') {
      return [...items];
    }
    const allowed = await this.#findAllowed(
      items.map(({ entityFacts }) => entityFacts.entityRef),
    );
    return items.map(item =>
      allowed.has(item.entityFacts.entityRef)
        ? item
        : rejectAsSent(item, [
            { path: 'entityRef', message: this.#expectedEntity },
          ]),
    );
  }

  /** What is wrong with speaking of an entity, whether or not there is such; undefined: nothing. */
  async refuseEntity(entityRef: string): Promise<ContractError | undefined> {
    if (this.#entities.kind === 'all') {
      return undefined;
    }
    const allowed = await this.#findAllowed([entityRef]);
    return allowed.has(entityRef)
      ? undefined
      : { path: 'entityRef', message: this.#expectedEntity };
  }

  get #expectedEntity(): string {
    return `expected an entity that ${this.source} may write for`;
  }

  #findAllowed(refs: readonly string[]): Promise<ReadonlySet<string>> {
    return findAllowed(new Set(refs), {
      limit: this.#entities,
      repository: this.#repository(),
      stores: this.#stores,
    });
  }

  #checkSource(item: ReadEvent): ReadEvent {
    if ('rejected' in item || this.#sources === undefined) {
      return item;
    }
    const { source } = item.event;
    const own =
      source === this.source ||
      source.startsWith(`${this.source}#`) ||
      this.#sources.some(pattern => matchesGlob(pattern, source));
    const message = `expected ${this.source}, or that with # and a name behind it`;
    return own ? item : rejectAdmitted(item, [{ path: 'source', message }]);
  }

  /** An environment's tier is that of all deployments to it, whoever reports them; so leave for all entities is not enough. */
  #checkKind(item: ReadEvent): ReadEvent {
    if ('rejected' in item || !this.#isLimited()) {
      return item;
    }
    const message =
      'expected no environment: what one is holds for the deployments of everybody';
    return item.event.observation.kind === 'environment'
      ? rejectAdmitted(item, [{ path: 'observation.subject', message }])
      : item;
  }

  #isLimited(): boolean {
    return this.#sources !== undefined || this.#entities.kind !== 'all';
  }

  /** Only with the host: two hosts may have repositories of one name. */
  #repository(): LinkKey[] {
    const { repository } = this.#identity;
    return this.#entities.kind === 'repository' && repository
      ? [{ system: 'git', externalId: repository }]
      : [];
  }
}
