import {
  dayOf,
  type DayWindow,
  type OwnershipDefinition,
  type OwnershipReport,
  readContacts,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import type { OnCallReader } from './OnCallReader';
import { OrganisationReader } from './OrganisationReader';
import type { OwnershipCaller } from './OwnershipCaller';
import { toGapDate } from './gapDates';
import { readLadder } from './ladder';
import type { TeamLoadReader } from './map/TeamLoadReader';
import { findOwnershipNextSteps } from './ownershipNextSteps';
import type { OwnershipStore } from './OwnershipStore';
import type { OwnershipSummaryReader } from './OwnershipSummaryReader';
import { readOwnerHistory, readOwners } from './readEntityOwners';
import type { RepositoryOwnershipReader } from './RepositoryOwnershipReader';
import type { ReviewReader } from './ReviewReader';
import { readTeamProfile } from './teamProfile';

/** Kinds that hold others. */
const kindsOfScopes = ['group', 'system', 'domain'];

/** What a report on one entity is read from. */
export interface EntityOwnershipSources {
  store: OwnershipStore;
  catalog: CatalogStore;
  summaries: OwnershipSummaryReader;
  reviews: ReviewReader;
  onCall: OnCallReader;
  repositories: RepositoryOwnershipReader;
  loads: Pick<TeamLoadReader, 'read'>;
  definition: OwnershipDefinition;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** What is asked of an entity. */
export interface EntityOwnershipRequest {
  entityRef: string;
  window: DayWindow;
  /** Whether the trend follows what belongs to the scope today, or each day what belonged to it then. */
  ownership: 'now' | 'then';
  /** Of incidents and deployments; null: they may not be read, or nobody counts them. */
  deliveries: Visibility | null;
}

/** Reads everything about the ownership of one entity, and of a scope how well everything in it is owned. */
export class EntityOwnershipReader {
  readonly #sources: EntityOwnershipSources;
  readonly #organisation: OrganisationReader;

  constructor(sources: EntityOwnershipSources) {
    this.#sources = sources;
    this.#organisation = new OrganisationReader(sources.catalog);
  }

  /**
   * @param entity - that the caller may see
   */
  async read(
    entity: CatalogEntity,
    request: EntityOwnershipRequest,
    caller: OwnershipCaller,
  ): Promise<OwnershipReport> {
    const { store, catalog, onCall, repositories, reviews } = this.#sources;
    const { reads } = caller;
    // A group answers for itself.
    const ownerRef = entity.kind === 'group' ? entity.ref : entity.ownerRef;
    const owner = ownerRef
      ? await catalog.getEntity(ownerRef, reads)
      : undefined;
    const group = owner?.kind === 'group' ? owner : undefined;
    const below = group
      ? await this.#organisation.readBelow(group.ref, reads)
      : [];
    const [members, state] = await Promise.all([
      this.#organisation.countMembers(below, reads),
      store.getState(entity.ref, reads),
    ]);
    const [
      owners,
      chain,
      history,
      dates,
      team,
      rollUp,
      freshness,
      onCallNow,
      review,
      codeowners,
      suggestions,
    ] = await Promise.all([
      readOwners(entity, state, catalog, reads),
      group ? this.#organisation.readChain(group.ref, reads) : [],
      readOwnerHistory(entity, catalog, reads),
      store.listGapDates([entity.ref], reads),
      group
        ? readTeamProfile(
            group,
            { members, today: this.#today() },
            catalog,
            reads,
          )
        : null,
      this.#readRollUp(entity, request, reads),
      this.#sources.summaries.readFreshness(),
      onCall.readOnCall(entity, owner, reads),
      reviews.readReview(entity, caller),
      repositories.compareCodeowners(entity, reads),
      repositories.suggestOwners(entity, reads),
    ]);
    const report: Omit<OwnershipReport, 'nextSteps'> = {
      entity: {
        ref: entity.ref,
        kind: entity.kind,
        title: entity.title ?? entity.name,
        type: entity.type ?? null,
        tier: entity.tier ?? null,
        tierSource: entity.tierSource ?? null,
        lifecycle: entity.lifecycle ?? null,
      },
      freshness,
      ladder: state
        ? await readLadder(state, {
            definition: this.#sources.definition,
            assessedAt: freshness.assessedAt,
            owner,
            members,
            catalog,
            visibility: reads,
          })
        : null,
      owners,
      chain: chain.map(link => ({
        ref: link.ref,
        title: link.title ?? link.name,
        type: link.type ?? null,
      })),
      contacts: group ? readContacts(group.document, group.annotations) : [],
      onCall: onCallNow,
      team,
      review,
      history,
      codeowners,
      suggestions,
      gapDates: dates.map(date => toGapDate(date, this.#today())),
      rollUp,
      load:
        entity.kind === 'group'
          ? await this.#readLoad(entity, below, {
              onCall: onCallNow,
              interactions: team?.interactions.length ?? 0,
              visibility: reads,
              deliveries: request.deliveries,
            })
          : null,
    };
    return { ...report, nextSteps: findOwnershipNextSteps(report) };
  }

  #today(): string {
    const { zone, clock } = this.#sources;
    return dayOf(clock(), zone);
  }

  async #readRollUp(
    entity: CatalogEntity,
    { window, ownership }: EntityOwnershipRequest,
    visibility: Visibility,
  ): Promise<OwnershipReport['rollUp']> {
    return kindsOfScopes.includes(entity.kind)
      ? this.#sources.summaries.read(
          scopeOf(entity),
          { scopeRef: entity.ref, ownership, kinds: 'any', visibility },
          window,
        )
      : null;
  }

  /** The same figures as on the map, with what is known of who is on call now. */
  async #readLoad(
    group: CatalogEntity,
    below: readonly string[],
    told: {
      onCall: OwnershipReport['onCall'];
      interactions: number;
      visibility: Visibility;
      deliveries: Visibility | null;
    },
  ): Promise<OwnershipReport['load']> {
    const { onCall, interactions, ...seen } = told;
    const loads = await this.#sources.loads.read({
      groups: [group],
      people: below.map(aboveRef => ({ placeRef: group.ref, aboveRef })),
      interactions: new Map([[group.ref, interactions]]),
      ...seen,
    });
    const load = loads.get(group.ref)!;
    const isAsked = onCall.state === 'known' || onCall.state === 'nobody';
    return {
      ...load,
      onCall: isAsked ? onCall.state === 'known' : load.onCall,
    };
  }
}

/** What a coverage of an entity is of. */
export function scopeOf(entity: CatalogEntity) {
  return {
    ref: entity.ref,
    kind: entity.kind,
    title: entity.title ?? entity.name,
    rollUp: kindsOfScopes.includes(entity.kind),
  };
}
