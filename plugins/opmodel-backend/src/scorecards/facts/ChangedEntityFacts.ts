import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import type { ScanNews } from '../../catalog/SnapshotStore';
import {
  FactInquiry,
  type FactInquiryOptions,
  fewEntities,
} from './FactInquiry';

/**
 * Has providers asked at once about entities that have changed in the catalog: those whose facts follow from it about all of them, the
 * others about those that are new or belong to something else outside.
 */
export class ChangedEntityFacts {
  readonly #inquiry: FactInquiry;
  readonly #providers: readonly FactProvider[];

  constructor(
    options: FactInquiryOptions & {
      /** Those who are asked. */
      providers: readonly FactProvider[];
    },
  ) {
    this.#inquiry = new FactInquiry(options);
    this.#providers = options.providers;
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
        await this.#inquiry.askAll(provider);
      } else if (await this.#inquiry.askAbout(provider, [...refs])) {
        isChanged = true;
      }
    }
    return isChanged;
  }
}
