import type { OnCallProvider } from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import type { OnCallStore } from './OnCallStore';

/** How old an answer may be before it is asked for again. Milliseconds. */
const KEPT = 5 * 60 * 1000;

/** Schedules of one question, and questions of one round; who is left over comes first in the next one. */
const AT_ONCE = 50;
const MOST_QUESTIONS = 20;

/** Entities that one read brings. */
const PAGE = 1_000;

/** Share of what an on-call system allows that is used: people and pages need the rest. */
const BUDGET_SHARE = 0.5;

/** Asks on-call systems for what the catalog names, a few minutes apart. */
export class OnCallRefresher {
  readonly #options: {
    providers: readonly OnCallProvider[];
    store: OnCallStore;
    catalog: Pick<CatalogStore, 'listByAnnotation'>;
    clock: () => number;
  };

  constructor(options: {
    providers: readonly OnCallProvider[];
    store: OnCallStore;
    catalog: Pick<CatalogStore, 'listByAnnotation'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * @throws what the first system threw that could not be asked, after all the others were
   */
  async refresh(signal: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    for (const provider of this.#options.providers) {
      signal.throwIfAborted();
      try {
        await this.#ask(provider, signal);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  async #ask(provider: OnCallProvider, signal: AbortSignal): Promise<void> {
    const { store, clock } = this.#options;
    await store.want(provider.id, await this.#listSchedules(provider), {
      now: clock(),
    });
    for (let question = 0; question < MOST_QUESTIONS; question++) {
      const now = clock();
      const schedules = await store.claim(provider.id, {
        now,
        before: now - KEPT,
        limit: AT_ONCE,
      });
      if (schedules.length === 0) {
        return;
      }
      try {
        const answers = await provider.read(schedules, {
          signal,
          budgetShare: BUDGET_SHARE,
          reportProgress() {},
        });
        await store.keep(provider.id, answers);
        await store.fail(
          provider.id,
          schedules.filter(schedule => !answers.has(schedule)),
        );
      } catch (error) {
        await store.fail(provider.id, schedules);
        throw error;
      }
    }
  }

  async #listSchedules({ annotation }: OnCallProvider): Promise<string[]> {
    const schedules = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await this.#options.catalog.listByAnnotation(
        [annotation],
        seesAll,
        { limit: PAGE, cursor },
      );
      for (const { annotations } of page.items) {
        const schedule = annotations[annotation]?.trim();
        if (schedule) {
          schedules.add(schedule);
        }
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return [...schedules];
  }
}
