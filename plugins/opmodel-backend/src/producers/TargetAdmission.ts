import {
  repositoryLinks,
  type ContractError,
  type IntakeEvent,
  type ObservationTarget,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { EntityLink, LinkKey } from '../catalog/CatalogStore';
import { subjectId } from '../intake/EventStore';
import { linkId, mapTarget } from '../intake/mapTarget';
import { rejectForErrors, type ReadEvent } from '../intake/ReadEvent';
import { type GrantLookup, subjectOf } from './grantLookup';

/** An event that was read. */
export type Admitted = Extract<ReadEvent, { event: unknown }>;

/** What an event is rejected for, in the words of its sender. */
export function rejectAdmitted(
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

/** Holds events of a batch to what their producer may write for. */
export class TargetAdmission {
  readonly #source: string;
  readonly #repository: LinkKey[];
  readonly #lookup: GrantLookup;

  /**
   * @param options - `source`: the producer's own; `repository`: links of its repository, where it speaks for one; `lookup`: what the engine knows
   *   of all that the batch speaks of
   */
  constructor(options: {
    source: string;
    repository: LinkKey[];
    lookup: GrantLookup;
  }) {
    this.#source = options.source;
    this.#repository = options.repository;
    this.#lookup = options.lookup;
  }

  /** Rejects an event that concerns what the producer may not write for. */
  admit(item: Admitted): ReadEvent {
    const lookup = this.#lookup;
    const { target } = item.event.observation;
    const recorded = lookup.recorded.get(subjectId(subjectOf(item.event)));
    if (recorded?.some(ref => !lookup.allowed.has(ref))) {
      const message = `expected something that ${this.#source} may write for`;
      return rejectAdmitted(item, [{ path: 'observation.subject', message }]);
    }
    const named = target.entityRefs ?? [];
    if (named.length === 0) {
      return this.#admitLinks(item);
    }
    const errors = named.flatMap((ref, index) =>
      lookup.allowed.has(ref)
        ? []
        : this.#notAllowed(`observation.target.entityRefs[${index}]`),
    );
    return errors.length > 0
      ? rejectAdmitted(item, errors)
      : // Other links would come into play once none of the entities is left.
        withTarget(item, { ...target, links: this.#ownLinks(target) });
  }

  #admitLinks(item: Admitted): ReadEvent {
    const lookup = this.#lookup;
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
      return withTarget(item, { ...target, links: this.#repository });
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
    return rejectAdmitted(
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
      message: `expected an entity that ${this.#source} may write for`,
    };
  }

  /** Also without the host, as an address is read. */
  #isOwn(link: LinkKey): boolean {
    return this.#repository.some(({ externalId }) =>
      repositoryLinks(`https://${externalId}`).some(
        own => linkId(own) === linkId(link),
      ),
    );
  }

  #ownLinks(target: ObservationTarget): LinkKey[] {
    return (target.links ?? []).some(link => this.#isOwn(link))
      ? this.#repository
      : [];
  }
}
