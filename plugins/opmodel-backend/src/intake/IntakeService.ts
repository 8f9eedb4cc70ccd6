import { InputError } from '@backstage/errors';
import {
  MAX_BATCH_EVENTS,
  type EnvironmentRule,
  type IntakeEvent,
  type IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  intakeEventSchema,
  type ContractResult,
} from '@opmodel/backstage-plugin-opmodel-node';
import { applySubjects } from './applySubjects';
import { EnvironmentReclassifier } from './EnvironmentReclassifier';
import { locksOf, subjectOf } from './eventLocks';
import {
  subjectId,
  type LedgerCounts,
  type LedgerEntry,
  type SubjectKey,
  type UnmappedSummary,
} from './EventStore';
import type { IntakeStore } from './IntakeStore';
import { findImplausibleInstants } from './plausibleInstants';
import { rejectForErrors } from './ReadEvent';
import { SubjectApplier } from './SubjectApplier';

/** Subjects that are applied again in one transaction. */
const SUBJECTS_PER_PAGE = 1000;

/** What a repeated mapping came to. */
export interface ReapplyResult {
  /** Records that found their entity. */
  applied: number;
  /** Records that still wait. */
  unmapped: number;
}

function distinctSubjects(subjects: SubjectKey[]): SubjectKey[] {
  return [...new Map(subjects.map(key => [subjectId(key), key])).values()];
}

function checkEvent(
  event: IntakeEvent,
  now: number,
): ContractResult<IntakeEvent> {
  const met = checkContract(intakeEventSchema, event);
  if (!met.success) {
    return met;
  }
  const errors = findImplausibleInstants(met.value, now);
  return errors.length > 0 ? { success: false, errors } : met;
}

/** Where the identity of an event belongs to another subject, its sender would believe it stored. */
function rejectTakenId(event: IntakeEvent): IntakeOutcome {
  return rejectForErrors(event, [
    {
      path: 'id',
      message:
        'expected an id of its own, this one was used for something else',
    },
  ]).rejected;
}

function identityOf({ source, id }: { source: string; id: string }): string {
  return JSON.stringify([source, id]);
}

/**
 * Takes events, from HTTP and collectors alike: keeps each once, folds what is known of its subject into a record, and ties
 * the record to entities.
 */
export class IntakeService {
  readonly #store: IntakeStore;
  readonly #applier: SubjectApplier;
  readonly #environments: EnvironmentReclassifier;

  /**
   * @param options - `environmentRules` tell the tier of an environment whose producer did not
   */
  constructor(options: {
    store: IntakeStore;
    environmentRules: EnvironmentRule[];
  }) {
    this.#store = options.store;
    this.#applier = new SubjectApplier(options);
    this.#environments = new EnvironmentReclassifier({
      store: options.store,
      applier: this.#applier,
    });
  }

  /**
   * Takes a batch as a whole: what is valid and new is stored together with all that follows from it, or nothing is. Valid is
   * what meets the contract of events and speaks of no instant that cannot be; errors name paths in the event.
   *
   * @param options - `producer`: who delivers; `now` in epoch milliseconds
   * @returns one outcome for each event, in their order
   * @throws InputError when there are more than 1,000 events
   */
  async submit(
    events: IntakeEvent[],
    options: { producer: string; now: number },
  ): Promise<IntakeOutcome[]> {
    if (events.length > MAX_BATCH_EVENTS) {
      throw new InputError(
        `expected at most ${MAX_BATCH_EVENTS} events in one batch, got ${events.length}`,
      );
    }
    const read = events.map(event => checkEvent(event, options.now));
    const valid = new Map<string, IntakeEvent>();
    for (const result of read) {
      if (result.success && !valid.has(identityOf(result.value))) {
        valid.set(identityOf(result.value), result.value);
      }
    }
    const { reasons, taken } = await this.#keep([...valid.values()], options);

    const answered = new Set<string>();
    return read.map((result, index): IntakeOutcome => {
      if (!result.success) {
        return rejectForErrors(events[index] ?? {}, result.errors).rejected;
      }
      const { source, id } = result.value;
      const identity = identityOf(result.value);
      const owner = taken.get(identity) ?? subjectOf(valid.get(identity)!);
      if (subjectId(owner) !== subjectId(subjectOf(result.value))) {
        return rejectTakenId(result.value);
      }
      const reason = reasons.get(identity);
      if (reason === undefined || answered.has(identity)) {
        return { source, id, status: 'duplicate' };
      }
      answered.add(identity);
      return reason === null
        ? { source, id, status: 'accepted' }
        : { source, id, status: 'unmapped', reason };
    });
  }

  /** Maps what waits for an entity once more; for the moment when the catalog's links have changed. */
  async reapplyUnmapped(options: {
    now: number;
    signal?: AbortSignal;
  }): Promise<ReapplyResult> {
    const result: ReapplyResult = { applied: 0, unmapped: 0 };
    let after = 0;
    for (;;) {
      options.signal?.throwIfAborted();
      const page = await this.#store.events.listUnmapped({
        after,
        limit: SUBJECTS_PER_PAGE,
      });
      if (page.length === 0) {
        return result;
      }
      after = page[page.length - 1].entry;
      const reasons = await this.#applier.apply(
        distinctSubjects(
          page.map(({ kind, source, subject }) => ({ kind, source, subject })),
        ),
        options,
      );
      for (const reason of reasons.values()) {
        result[reason === null ? 'applied' : 'unmapped'] += 1;
      }
    }
  }

  /**
   * Maps the records of entities once more, because the entities declare other outside identities than before. A record that now
   * is another's moves there; one that would be nobody's stays.
   */
  async remap(
    entityRefs: readonly string[],
    options: { now: number; signal?: AbortSignal },
  ): Promise<void> {
    if (entityRefs.length === 0) {
      return;
    }
    for (const kind of [
      'deployment',
      'change',
      'incident',
      'work_item',
      'pipeline_run',
    ] as const) {
      let after: SubjectKey | undefined;
      do {
        options.signal?.throwIfAborted();
        const page: SubjectKey[] = await this.#store.records.listSubjectsOf({
          kind,
          entityRefs,
          after,
          limit: SUBJECTS_PER_PAGE,
        });
        if (page.length > 0) {
          await this.#applier.apply(page, options);
        }
        after = page.at(-1);
      } while (after);
    }
  }

  /**
   * Gives the deployments of all environments the tiers that the present rules give them; for the start, when the
   * configuration may have changed.
   */
  async reclassifyEnvironments(options: {
    now: number;
    signal?: AbortSignal;
  }): Promise<void> {
    await this.#environments.reclassifyAll(options);
  }

  /** All that was said about subjects, in no particular order. */
  async listStatements(subjects: SubjectKey[]): Promise<LedgerEntry[]> {
    return this.#store.events.listBySubject(subjects);
  }

  /** What waits for an entity, by reason. */
  async summarizeUnmapped(options: {
    limit: number;
  }): Promise<UnmappedSummary> {
    return this.#store.events.summarizeUnmapped(options);
  }

  /**
   * How much intake has taken, and how many requests for numbers are not done.
   *
   * @param subjects - ids of the subjects whose requests anybody works off
   */
  async count(
    subjects: readonly string[],
  ): Promise<LedgerCounts & { recalculationsWaiting: number }> {
    return {
      ...(await this.#store.events.count()),
      recalculationsWaiting: await this.#store.recalculations.countWaiting(
        subjects,
      ),
    };
  }

  /**
   * The number of new events.
   *
   * @param options - `since`: taken at it or later, epoch milliseconds
   */
  async countReceived(options: { since: number }): Promise<number> {
    return this.#store.events.countReceived(options);
  }

  /**
   * Since when the numbers of an entity wait to be computed. Epoch milliseconds; null when none wait.
   *
   * @param subjects - ids of the subjects whose requests anybody works off
   */
  async oldestRecalculation(
    subjects: readonly string[],
  ): Promise<number | null> {
    return this.#store.recalculations.oldestWaiting(subjects);
  }

  /**
   * @returns by identity: of the new events why they are unmapped, or null when they are applied; of the others what the event is
   *   about that was kept
   */
  async #keep(
    events: IntakeEvent[],
    options: { producer: string; now: number },
  ): Promise<{
    reasons: Map<string, string | null>;
    taken: Map<string, SubjectKey>;
  }> {
    if (events.length === 0) {
      return { reasons: new Map(), taken: new Map() };
    }
    const { fresh, taken } = await this.#store.transaction(
      events.flatMap(locksOf),
      async stores => {
        const inserted = await stores.events.insert(
          events.map(({ source, id, time, observation }) => ({
            source,
            id,
            time: Date.parse(time),
            observation,
          })),
          options,
        );
        const identities = new Set(inserted.map(identityOf));
        const added = events.filter(event => identities.has(identityOf(event)));
        const known = await stores.events.listTaken(
          events.filter(event => !identities.has(identityOf(event))),
        );
        const reasons = await applySubjects(
          stores,
          distinctSubjects(added.map(subjectOf)),
          { now: options.now, classify: this.#applier.classify },
        );
        return {
          fresh: added.map(event => ({
            event,
            reason: reasons.get(subjectId(subjectOf(event))) ?? null,
          })),
          taken: known,
        };
      },
    );
    const environments = fresh
      .map(({ event }) => event.observation)
      .filter(({ kind }) => kind === 'environment')
      .map(({ subject }) => subject);
    await this.#environments.reclassify(environments, options);
    return {
      reasons: new Map(
        fresh.map(({ event, reason }) => [identityOf(event), reason]),
      ),
      taken: new Map(taken.map(event => [identityOf(event), event])),
    };
  }
}
