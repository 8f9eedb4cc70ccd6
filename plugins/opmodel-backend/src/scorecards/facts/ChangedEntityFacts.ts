import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { ScanNews } from '../../catalog/SnapshotStore';
import { seesAll } from '../../catalog/Visibility';
import { askAbout } from './FactRun';
import type { FactStore } from './FactStore';

/** Up to so many entities that are new are asked about at once; with more of them, a whole run is as soon done. */
const fewEntities = 500;

/** How long a provider may take to tell of entities that have changed, so that the scan of the catalog goes on. Milliseconds. */
const timeoutMs = 60_000;

/**
 * Has providers asked at once about entities that have changed in the catalog: those whose facts follow from it about all of them, the
 * others about those that are new or belong to something else outside.
 */
export class ChangedEntityFacts {
  readonly #store: Pick<FactStore, 'requestRuns' | 'tell'>;
  readonly #catalog: Pick<CatalogStore, 'getEntities'>;
  readonly #providers: readonly FactProvider[];
  readonly #logger: LoggerService;
  readonly #clock: () => number;

  constructor(options: {
    store: Pick<FactStore, 'requestRuns' | 'tell'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
    /** Those who are asked. */
    providers: readonly FactProvider[];
    logger: LoggerService;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#providers = options.providers;
    this.#logger = options.logger;
    this.#clock = options.clock;
  }

  /** @returns whether any facts changed */
  async takeIn({
    changed,
    appeared,
    relinked,
    moved,
  }: ScanNews): Promise<boolean> {
    const all = new Set([...changed, ...appeared, ...moved]);
    const fresh = new Set([...appeared, ...relinked]);
    if (all.size + fresh.size === 0) {
      return false;
    }
    let isChanged = false;
    for (const provider of this.#providers) {
      const refs = provider.followsCatalog ? all : fresh;
      if (refs.size === 0) {
        continue;
      }
      if (!provider.followsCatalog && refs.size > fewEntities) {
        await this.#ask(provider);
      } else if (await this.#askAbout(provider, [...refs])) {
        isChanged = true;
      }
    }
    return isChanged;
  }

  async #askAbout(
    provider: FactProvider,
    refs: readonly string[],
  ): Promise<boolean> {
    const now = this.#clock();
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      let changed = 0;
      for (let at = 0; at < refs.length; at += fewEntities) {
        const entities = await this.#catalog.getEntities(
          refs.slice(at, at + fewEntities),
          seesAll,
        );
        const count = await askAbout(provider, entities, {
          store: this.#store,
          now,
          signal,
        });
        changed += count.changed;
      }
      return changed > 0;
    } catch (error) {
      // The news of a scan are told to others as well, and again until all have taken them in.
      this.#logger.warn(
        `The provider of facts ${provider.id} did not tell of what has changed in the catalog; it is asked again about everything`,
        error as Error,
      );
      await this.#ask(provider);
      return false;
    }
  }

  async #ask({ id }: FactProvider): Promise<void> {
    await this.#store.requestRuns([id], { now: this.#clock() });
  }
}
