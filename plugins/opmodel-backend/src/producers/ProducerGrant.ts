import {
  repositoryLinks,
  type ContractError,
  type IntakeEvent,
  type ObservationTarget,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { EntityLink, LinkKey } from '../catalog/CatalogStore';
import { subjectId } from '../intake/EventStore';
import { linkId, mapTarget } from '../intake/mapTarget';
import {
  type ReadMeasurement,
  rejectMeasurement,
} from '../intake/readMeasurements';
import { rejectForErrors, type ReadEvent } from '../intake/ReadEvent';
import { matchesGlob } from '../lib/globs';
import {
  findAllowed,
  lookUpGrant,
  subjectOf,
  type GrantLookup,
  type GrantStores,
} from './grantLookup';
import type { EntityLimit, ProducerIdentity } from './ProducerRule';

type Admitted = Extract<ReadEvent, { event: unknown }>;

function rejectFor(
  { event, statedId, pathOf }: Admitted,
  errors: ContractError[],
): ReadEvent {
  const told = errors.map(({ path, message }) => ({
    path: pathOf(path),
    message,
  }));
  return rejectForErrors(
    { source: event.source, id: statedId ?? event.id },
    // One field of the sender may stand at several places of an event.
    [...new Map(told.map(error => [error.path, error])).values()],
  );
}

function withTarget(item: Admitted, target: ObservationTarget): ReadEvent {
  const { links, ...rest } = target;
  return {
    ...item,
    event: {
      ...item.event,
      observation: {
        ...item.event.observation,
        target: { ...rest, ...(links?.length && { links }) },
      } as IntakeEvent['observation'],
    },
  };
}

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
    return spoken.map(item =>
      'event' in item ? this.#admitOne(item, lookup) : item,
    );
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
    const allowed = await findAllowed(
      new Set([...measured.values()].filter(ref => ref !== null)),
      {
        limit: this.#entities,
        repository: this.#repository(),
        stores: this.#stores,
      },
    );
    return items.map(item => {
      const entityRef = measured.get(item.measurement.sloRef);
      const message = `expected an SLO of something that ${this.source} may write for`;
      return entityRef && allowed.has(entityRef)
        ? item
        : rejectMeasurement(item, [{ path: 'slo', message }]);
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
    return own ? item : rejectFor(item, [{ path: 'source', message }]);
  }

  /** An environment's tier is that of all deployments to it, whoever reports them; so leave for all entities is not enough. */
  #checkKind(item: ReadEvent): ReadEvent {
    if ('rejected' in item || !this.#isLimited()) {
      return item;
    }
    const message =
      'expected no environment: what one is holds for the deployments of everybody';
    return item.event.observation.kind === 'environment'
      ? rejectFor(item, [{ path: 'observation.subject', message }])
      : item;
  }

  #isLimited(): boolean {
    return this.#sources !== undefined || this.#entities.kind !== 'all';
  }

  #admitOne(item: Admitted, lookup: GrantLookup): ReadEvent {
    const { target } = item.event.observation;
    const recorded = lookup.recorded.get(subjectId(subjectOf(item.event)));
    if (recorded?.some(ref => !lookup.allowed.has(ref))) {
      const message = `expected something that ${this.source} may write for`;
      return rejectFor(item, [{ path: 'observation.subject', message }]);
    }
    const named = target.entityRefs ?? [];
    if (named.length === 0) {
      return this.#admitLinks(item, lookup);
    }
    const errors = named.flatMap((ref, index) =>
      lookup.allowed.has(ref)
        ? []
        : this.#notAllowed(`observation.target.entityRefs[${index}]`),
    );
    return errors.length > 0
      ? rejectFor(item, errors)
      : // Other links would come into play once none of the entities is left.
        withTarget(item, { ...target, links: this.#ownLinks(target) });
  }

  #admitLinks(item: Admitted, lookup: GrantLookup): ReadEvent {
    const { target } = item.event.observation;
    const links = target.links ?? [];
    const foreign = links.flatMap((link, index) =>
      this.#isOwn(link)
        ? []
        : {
            path: `observation.target.links[${index}]`,
            found: lookup.links.get(linkId(link)) ?? [],
          },
    );
    if (foreign.length === 0) {
      return withTarget(item, { ...target, links: this.#repository() });
    }
    const isAllowed = ({ entityRef }: EntityLink) =>
      lookup.allowed.has(entityRef);
    const { entityRefs, reason } = mapTarget(target, {
      refs: new Set(),
      links: lookup.links,
    });
    if (
      entityRefs?.every(ref => lookup.allowed.has(ref)) &&
      foreign.every(({ found }) => found.some(isAllowed))
    ) {
      return withTarget(item, {
        ...target,
        entityRefs,
        links: this.#ownLinks(target),
      });
    }
    const concernsOwn = foreign.every(
      ({ found }) => found.length > 0 && found.every(isAllowed),
    );
    return rejectFor(
      item,
      foreign.map(({ path }) =>
        // What is said of the producer's own entities it may know.
        concernsOwn && reason !== undefined
          ? { path, message: reason }
          : this.#notAllowed(path),
      ),
    );
  }

  #notAllowed(path: string): ContractError {
    return {
      path,
      message: `expected an entity that ${this.source} may write for`,
    };
  }

  /** Only with the host: two hosts may have repositories of one name. */
  #repository(): LinkKey[] {
    const { repository } = this.#identity;
    return this.#entities.kind === 'repository' && repository
      ? [{ system: 'git', externalId: repository }]
      : [];
  }

  /** Also without the host, as an address is read. */
  #isOwn(link: LinkKey): boolean {
    return this.#repository().some(({ externalId }) =>
      repositoryLinks(`https://${externalId}`).some(
        own => linkId(own) === linkId(link),
      ),
    );
  }

  #ownLinks(target: ObservationTarget): LinkKey[] {
    return (target.links ?? []).some(link => this.#isOwn(link))
      ? this.#repository()
      : [];
  }
}
