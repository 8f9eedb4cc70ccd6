import type { OnCall } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  OnCallAnswer,
  OnCallProvider,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { findOnCallAnnotation } from '../onCallAnnotations';
import type { OnCallReader } from '../OnCallReader';
import type { OnCallStore } from './OnCallStore';

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
    const holders = owner ? [entity, owner] : [entity];
    for (const { annotations } of holders) {
      for (const provider of this.#options.providers) {
        const schedule = annotations[provider.annotation]?.trim();
        if (schedule) {
          return this.#readSchedule(provider, schedule, visibility);
        }
      }
    }
    const annotation = holders
      .map(findOnCallAnnotation)
      .find(found => found !== null);
    return { ...nothing, provider: annotation?.split('/')[0] ?? '' };
  }

  async #readSchedule(
    { id, title }: OnCallProvider,
    schedule: string,
    visibility: Visibility,
  ): Promise<OnCall> {
    const { store, clock } = this.#options;
    const kept = await store.get(id, schedule);
    const told = { ...nothing, provider: title };
    if (!kept?.answer) {
      return { ...told, state: 'unavailable' };
    }
    const { entries, asOf, url } = kept.answer;
    const isOld = kept.failing || clock() - asOf > STALE;
    const state = entries.length > 0 ? 'known' : 'nobody';
    return {
      ...told,
      state: isOld ? 'unavailable' : state,
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
