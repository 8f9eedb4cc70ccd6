import type { CollectorContext } from '../Collector';

/** Somebody who is on call. It is a contact, and is never counted for or against anybody. */
export interface OnCallEntryRead {
  /** From 1, who is called first. Several may be called at once. */
  level: number;
  /** Whom people ask for: a name as the on-call system shows it. */
  label: string;
  /** The person in the catalog, where the on-call system knows it: `user:default/ada`. */
  userRef: string | null;
  /** End of the shift, epoch milliseconds; null: it has none that is known. */
  until: number | null;
}

/** Who is on call by one schedule. */
export interface OnCallAnswer {
  /** In the order in which they are called; empty: nobody is. */
  entries: OnCallEntryRead[];
  /** When the on-call system said so, epoch milliseconds. */
  asOf: number;
  /** Where people see it. */
  url: string | null;
}

/** What the engine hands to a provider with each question. */
export type OnCallContext = Pick<
  CollectorContext,
  'signal' | 'budgetShare' | 'reportProgress'
>;

/** Asks one on-call system. */
export interface OnCallProvider {
  /** Unique, kebab-case: `pagerduty`. */
  id: string;
  /** For people: `PagerDuty`. */
  title: string;
  /** Annotation by which entities and groups name their schedule, such as `pagerduty.com/service-id`. */
  annotation: string;
  /**
   * Asks who is on call now. The engine asks every few minutes for at most 50 schedules at a time, on one replica, and keeps the answer.
   *
   * @param schedules - values of the annotation, each once
   * @returns by schedule; one that the on-call system does not know or could not tell of is left out
   * @throws when nothing could be read; the engine keeps what it was told before, and says that it is old
   */
  read(
    schedules: readonly string[],
    context: OnCallContext,
  ): Promise<ReadonlyMap<string, OnCallAnswer>>;
}
