import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import { askAbout } from './FactRun';
import type { FactStore } from './FactStore';

/** Up to so many entities are asked about at once; with more of them, a whole run is as soon done. */
export const fewEntities = 500;

/** How long a provider may take to tell of some entities, so that whoever asks goes on. Milliseconds. */
const timeoutMs = 60_000;

/** What an inquiry works with. */
export interface FactInquiryOptions {
  store: Pick<FactStore, 'requestRuns' | 'tell'>;
  catalog: Pick<CatalogStore, 'getEntities'>;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Asks providers out of turn: at once about some entities, as soon as they can be about all. */
export class FactInquiry {
  readonly #options: FactInquiryOptions;

  constructor(options: FactInquiryOptions) {
    this.#options = options;
  }

  /**
   * Asks about some entities now. A provider that does not tell is asked again about everything.
   *
   * @returns whether any facts changed
   */
  async askAbout(
    provider: FactProvider,
    refs: readonly string[],
  ): Promise<boolean> {
    const { store, catalog, logger, clock } = this.#options;
    const now = clock();
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      let changed = 0;
      for (let at = 0; at < refs.length; at += fewEntities) {
        const entities = await catalog.getEntities(
          refs.slice(at, at + fewEntities),
          seesAll,
        );
        const count = await askAbout(provider, entities, {
          store,
          now,
          signal,
        });
        changed += count.changed;
      }
      return changed > 0;
    } catch (error) {
      // Whoever told what is new tells it to others as well, and is not held up.
      logger.warn(
        `The provider of facts ${provider.id} did not tell of what is new; it is asked again about everything`,
        error as Error,
      );
      await this.askAll(provider);
      return false;
    }
  }

  /** Has a whole run made as soon as it can be. */
  async askAll({ id }: FactProvider): Promise<void> {
    const { store, clock } = this.#options;
    await store.requestRuns([id], { now: clock() });
  }
}
