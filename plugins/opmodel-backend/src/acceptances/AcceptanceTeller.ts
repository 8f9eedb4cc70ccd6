import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AcceptanceSubject } from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceListener, AcceptanceRecord } from './Acceptances';
import type { AcceptanceStore, KeptAcceptance } from './AcceptanceStore';

/** Acceptances that are read together. */
const AT_ONCE = 500;

/**
 * Tells subjects what became of their acceptances, at least once: that something is untold is kept with the acceptance, so neither
 * a restart nor a subject that fails loses it.
 */
export class AcceptanceTeller {
  readonly #store: Pick<AcceptanceStore, 'listUntold' | 'markTold'>;
  readonly #logger: LoggerService;
  readonly #listeners = new Map<AcceptanceSubject, AcceptanceListener[]>();

  constructor(options: {
    store: Pick<AcceptanceStore, 'listUntold' | 'markTold'>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
  }

  onChanged(subject: AcceptanceSubject, listener: AcceptanceListener): void {
    this.#listeners.set(subject, [
      ...(this.#listeners.get(subject) ?? []),
      listener,
    ]);
  }

  /** Tells at once. What fails is told again by {@link AcceptanceTeller.tellUntold}, so whoever decided is not refused. */
  async tell(acceptance: KeptAcceptance): Promise<void> {
    try {
      await this.#tell(acceptance);
    } catch (error) {
      this.#logger.warn(
        `What became of acceptance '${acceptance.id}' could not be told; it is tried again: ${error}`,
      );
    }
  }

  /**
   * Tells what was not told so far.
   *
   * @throws when some could not be told; all others were
   */
  async tellUntold(signal: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    // What fails stays untold, so the next page begins behind the last one: however many fail, the others are told.
    let last: KeptAcceptance | undefined;
    do {
      const page = await this.#store.listUntold(AT_ONCE, last);
      for (const acceptance of page) {
        signal.throwIfAborted();
        try {
          await this.#tell(acceptance);
        } catch (error) {
          failures.push(error);
        }
      }
      last = page.length === AT_ONCE ? page.at(-1) : undefined;
    } while (last);
    if (failures.length > 0) {
      throw new Error(
        `What became of ${failures.length} acceptances could not be told; of the first: ${failures[0]}`,
      );
    }
  }

  async #tell(acceptance: KeptAcceptance): Promise<void> {
    for (const listener of this.#listeners.get(acceptance.subject) ?? []) {
      await listener(toRecord(acceptance));
    }
    await this.#store.markTold(acceptance);
  }
}

/** What a subject hears of an acceptance. */
export function toRecord(kept: KeptAcceptance): AcceptanceRecord {
  const {
    approvers: _approvers,
    approvalsNeeded: _approvalsNeeded,
    approvals: _approvals,
    decideBy: _decideBy,
    eachOf: _eachOf,
    history: _history,
    maximumDays: _maximumDays,
    revision: _revision,
    ...record
  } = kept;
  return record;
}
