import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  dayOf,
  deedOfTime,
  nextAcceptanceState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SubjectTask } from '../subjects';
import type {
  AcceptanceStep,
  AcceptanceStore,
  KeptAcceptance,
} from './AcceptanceStore';
import type { AcceptanceTeller } from './AcceptanceTeller';

/** Acceptances that are looked for together. */
const AT_ONCE = 100;

/** What time has made of an acceptance by a day; undefined for nothing. */
export function stepOfTime(
  { state, decideBy, expiresOn }: KeptAcceptance,
  { today, now }: { today: string; now: number },
): AcceptanceStep | undefined {
  const deed = deedOfTime(state, { decideBy, expiresOn }, today);
  const next = deed && nextAcceptanceState(state, deed);
  return (
    next && {
      state: next,
      event: {
        kind: next,
        at: now,
        by: null,
        note: null,
        approverRefs: null,
        approvalsNeeded: null,
      },
    }
  );
}

/**
 * Ends what nobody decided in time and what no longer holds, and tells the subjects, so that what it covered is open again. It may
 * run on several replicas and stop anywhere: each end is written once, and told at least once.
 */
export class AcceptanceExpiry {
  readonly #store: Pick<AcceptanceStore, 'listDue' | 'change'>;
  readonly #teller: Pick<AcceptanceTeller, 'tellUntold'>;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    store: Pick<AcceptanceStore, 'listDue' | 'change'>;
    teller: Pick<AcceptanceTeller, 'tellUntold'>;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#teller = options.teller;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  async run(signal: AbortSignal): Promise<void> {
    const now = this.#clock();
    const today = dayOf(now, this.#zone);
    for (;;) {
      const ids = await this.#store.listDue(today, AT_ONCE);
      for (const id of ids) {
        signal.throwIfAborted();
        await this.#store.change(id, current =>
          stepOfTime(current, { today, now }),
        );
      }
      if (ids.length < AT_ONCE) {
        break;
      }
    }
    await this.#teller.tellUntold(signal);
  }
}

/** Looks every minute, on one replica. */
export function createExpiryTask(
  expiry: Pick<AcceptanceExpiry, 'run'>,
  scheduler: SchedulerService,
): SubjectTask {
  return {
    id: 'opmodel-acceptance-expiry',
    runner: scheduler.createScheduledTaskRunner({
      frequency: { minutes: 1 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 10 },
      scope: 'global',
    }),
    run: signal => expiry.run(signal),
  };
}
