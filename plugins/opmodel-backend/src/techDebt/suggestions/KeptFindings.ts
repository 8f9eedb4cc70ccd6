import type { SuggestionSource } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DebtFindingPort,
  PushedDebtFindings,
} from '@opmodel/backstage-plugin-opmodel-node';
import { checkSightings } from './checkSightings';
import { cleanSuggestion } from './cleanSuggestion';
import type { SuggestionRunStore } from './SuggestionRunStore';
import type { SuggestionStore } from './SuggestionStore';

/** Keeps debt that producers send. It is kept also of an entity that the catalog does not have yet. */
export class KeptFindings implements DebtFindingPort {
  readonly #options: {
    store: Pick<SuggestionStore, 'merge'>;
    runs: Pick<SuggestionRunStore, 'noteSent'>;
    isEnabled: (source: SuggestionSource) => boolean;
    clock: () => number;
  };

  constructor(options: {
    store: Pick<SuggestionStore, 'merge'>;
    runs: Pick<SuggestionRunStore, 'noteSent'>;
    isEnabled: (source: SuggestionSource) => boolean;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  takes(source: SuggestionSource): boolean {
    return this.#options.isEnabled(source);
  }

  async keep({
    source,
    entityRef,
    at,
    suggestions,
    leftOut,
    isComplete,
    part,
  }: PushedDebtFindings): Promise<{ added: number }> {
    const { store, runs, clock } = this.#options;
    const lookedAt = isComplete ? [entityRef] : [];
    const found = suggestions.map(cleanSuggestion);
    checkSightings(source, new Set([entityRef]), {
      lookedAt,
      suggestions: found,
      leftOut,
    });
    const { added } = await store.merge({
      source,
      at: Math.min(at, clock()),
      lookedAt,
      found,
      leftOut,
      part,
    });
    await runs.noteSent(source, { now: clock() });
    return { added };
  }
}
