import type { OnCall } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  OnCallAnswer,
  OnCallProvider,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { findOnCallAnnotation } from '../onCallAnnotations';
import type { OnCallReader, OwnedEntity } from '../OnCallReader';
import type { KeptOnCall, OnCallStore } from './OnCallStore';

/** Age from which an answer is one of the past, because nobody asks any more. Milliseconds. */
const STALE = 60 * 60 * 1000;

const nothing: OnCall = {
  provider: '',
  state: 'not_set_up',
  entries: [],
  asOf: null,
  url: null,
};

/**
 * Tells from what was kept who is on call, without asking anybody outside: by what an entity names itself, or else what its owner
 * names. Where no module asks the system that is named, it names the system.
 */
export class CatalogOnCallReader implements OnCallReader {
  readonly #options: {
    providers: readonly OnCallProvider[];
    store: OnCallStore;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    clock: () => number;
  };

  constructor(options: {
    providers: readonly OnCallProvider[];
    store: OnCallStore;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  async readOnCall(
    entity: CatalogEntity,
    owner: CatalogEntity | undefined,
    visibility: Visibility,
  ): Promise<OnCall> {
    const named = this.#findSchedule({ entity, owner });
    if (named) {
      return this.#readSchedule(named.provider, named.schedule, visibility);
    }
    const annotation = [entity, ...(owner ? [owner] : [])]
      .map(findOnCallAnnotation)
      .find(found => found !== null);
    return { ...nothing, provider: annotation?.split('/')[0] ?? '' };
  }

  async countPeople(
    owned: readonly OwnedEntity[],
  ): Promise<ReadonlyMap<string, number>> {
    const named = owned.flatMap(one => {
      const found = this.#findSchedule(one);
      return found ? [{ ref: one.entity.ref, ...found }] : [];
    });
    const people = new Map<string, number>();
    for (const provider of this.#options.providers) {
      const ofThis = named.filter(one => one.provider === provider);
      const kept =
        ofThis.length === 0
          ? undefined
          : await this.#options.store.getMany(provider.id, [
              ...new Set(ofThis.map(({ schedule }) => schedule)),
            ]);
      for (const { ref, schedule } of ofThis) {
        const answer = kept?.get(schedule);
        if (answer?.answer && this.#isCurrent(answer)) {
          const { entries } = answer.answer;
          if (entries.length > 0) {
            people.set(
              ref,
              new Set(entries.map(({ userRef, label }) => userRef ?? label))
                .size,
            );
          }
        }
      }
    }
    return people;
  }

  /** What an entity names itself comes before what its owner does. */
  #findSchedule({
    entity,
    owner,
  }: OwnedEntity): { provider: OnCallProvider; schedule: string } | undefined {
    for (const { annotations } of owner ? [entity, owner] : [entity]) {
      for (const provider of this.#options.providers) {
        const schedule = annotations[provider.annotation]?.trim();
        if (schedule) {
          return { provider, schedule };
        }
      }
    }
    return undefined;
  }

  #isCurrent({ answer, failing }: KeptOnCall): boolean {
    const { clock } = this.#options;
    return answer !== null && !failing && clock() - answer.asOf <= STALE;
  }

  async #readSchedule(
    { id, title }: OnCallProvider,
    schedule: string,
    visibility: Visibility,
  ): Promise<OnCall> {
    const kept = await this.#options.store.get(id, schedule);
    const told = { ...nothing, provider: title };
    if (!kept?.answer) {
      return { ...told, state: 'unavailable' };
    }
    const { entries, asOf, url } = kept.answer;
    const state = entries.length > 0 ? 'known' : 'nobody';
    return {
      ...told,
      state: this.#isCurrent(kept) ? state : 'unavailable',
      entries: await this.#describe(entries, visibility),
      asOf: toInstant(asOf),
      url,
    };
  }

  async #describe(
    entries: OnCallAnswer['entries'],
    visibility: Visibility,
  ): Promise<OnCall['entries']> {
    const seen = await this.#options.catalog.existingRefs(
      entries.flatMap(({ userRef }) => userRef ?? []),
      visibility,
    );
    return entries.map(({ level, label, userRef, until }) => ({
      level,
      label,
      userRef: userRef !== null && seen.has(userRef) ? userRef : null,
      until: toInstant(until),
    }));
  }
}
