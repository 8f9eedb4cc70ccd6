import type { DebtSuggestionSourceList } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type {
  SuggestionRunStore,
  SuggestionSourceState,
} from './SuggestionRunStore';
import type { KnownSource } from './SuggestionSources';
import type { SuggestionStore } from './SuggestionStore';

type SourceView = DebtSuggestionSourceList['items'][number];

/** Tells what debt is looked for by, and how that goes. */
export class SuggestionSourceReader {
  readonly #options: {
    store: Pick<SuggestionStore, 'countBySource'>;
    runs: Pick<SuggestionRunStore, 'list'>;
    sources: readonly KnownSource[];
    clock: () => number;
  };

  constructor(options: {
    store: Pick<SuggestionStore, 'countBySource'>;
    runs: Pick<SuggestionRunStore, 'list'>;
    /** All that there are. */
    sources: readonly KnownSource[];
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * @param options - `isOperator`: with how its runs went. They are about all entities, whoever may see them.
   */
  async list(
    visibility: Visibility,
    { isOperator }: { isOperator: boolean },
  ): Promise<DebtSuggestionSourceList> {
    const { store, runs, sources, clock } = this.#options;
    const now = clock();
    const [counts, states] = await Promise.all([
      store.countBySource({ visibility, standings: ['open'] }),
      runs.list(),
    ]);
    const stateOf = new Map(states.map(state => [state.source, state]));
    return {
      items: sources.map(source => {
        const run = stateOf.get(source.id);
        // What is sent is about one entity, which may be hidden; who is asked, is asked of all of them.
        const isTold = visibility.type === 'all' || source.asked !== null;
        return {
          source: source.id,
          title: source.title,
          state: standingOfSource(source, run, now),
          offBecause: source.offBecause,
          lastRunAt: toInstant((isTold && run?.startedAt) || null),
          lastSuccessAt: toInstant((isTold && run?.succeededAt) || null),
          nextRunAt: toInstant(run?.nextAt ?? null),
          openSuggestions: counts.get(source.id) ?? 0,
          lookedAt: isOperator ? run?.entities ?? null : null,
          problemEntities: isOperator ? run?.problems ?? null : null,
          problem: isOperator ? run?.error ?? null : null,
        };
      }),
    };
  }
}

function standingOfSource(
  { offBecause, asked }: KnownSource,
  run: SuggestionSourceState | undefined,
  now: number,
): SourceView['state'] {
  if (offBecause !== null) {
    return 'off';
  }
  if (asked === null) {
    return 'pushed';
  }
  if (run && run.leaseUntil !== null && run.leaseUntil > now) {
    return 'running';
  }
  if (run && run.error !== null) {
    return 'failing';
  }
  return run && run.succeededAt !== null ? 'ok' : 'waiting';
}
