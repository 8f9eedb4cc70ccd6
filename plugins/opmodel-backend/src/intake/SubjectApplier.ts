import {
  classifyEnvironment,
  type EnvironmentRule,
  type EnvironmentTier,
} from '@opmodel/backstage-plugin-opmodel-common';
import { applySubjects } from './applySubjects';
import type { SubjectKey } from './EventStore';
import type { IntakeStore, SubjectLock } from './IntakeStore';

/** Names of environments whose tier is remembered. */
const TIERS_REMEMBERED = 10_000;

/** Folds what is known of subjects into records once more, under their locks. */
export class SubjectApplier {
  readonly #store: Pick<IntakeStore, 'transaction'>;
  readonly #environmentRules: EnvironmentRule[];
  readonly #tiers = new Map<string, EnvironmentTier>();

  constructor(options: {
    store: Pick<IntakeStore, 'transaction'>;
    environmentRules: EnvironmentRule[];
  }) {
    this.#store = options.store;
    this.#environmentRules = options.environmentRules;
  }

  /**
   * @param options - `now` in epoch milliseconds; `further` locks that the work takes
   * @returns by subject why its events are unmapped, or null where they are applied
   */
  async apply(
    subjects: SubjectKey[],
    options: { now: number; further?: SubjectLock[] },
  ): Promise<Map<string, string | null>> {
    const { now, further = [] } = options;
    return this.#store.transaction([...subjects, ...further], stores =>
      applySubjects(stores, subjects, { now, classify: this.classify }),
    );
  }

  /** The tier of an environment by its name. */
  readonly classify = (name: string): EnvironmentTier => {
    let tier = this.#tiers.get(name);
    if (tier === undefined) {
      // Review environments have ever new names.
      if (this.#tiers.size >= TIERS_REMEMBERED) {
        this.#tiers.clear();
      }
      tier = classifyEnvironment(name, this.#environmentRules);
      this.#tiers.set(name, tier);
    }
    return tier;
  };
}
