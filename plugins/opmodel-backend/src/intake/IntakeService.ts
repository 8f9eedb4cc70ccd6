import { InputError } from '@backstage/errors';
import {
  classifyEnvironment,
  MAX_BATCH_EVENTS,
  type EnvironmentRule,
  type EnvironmentTier,
  type IntakeEvent,
  type IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  intakeEventSchema,
  type ContractResult,
} from '@opmodel/backstage-plugin-opmodel-node';
import { applySubjects, resolveTier } from './applySubjects';
import {
  subjectId,
  type LedgerCounts,
  type LedgerEntry,
  type SubjectKey,
  type UnmappedSummary,
} from './EventStore';
import type { IntakeStore, SubjectLock } from './IntakeStore';
import { findImplausibleInstants } from './plausibleInstants';
import { rejectForErrors } from './ReadEvent';
import type { DeclaredEnvironment } from './RecordStore';

/** Subjects that are applied again in one transaction. */
const SUBJECTS_PER_PAGE = 1000;

/** Names of environments whose tier is remembered. */
const TIERS_REMEMBERED = 10_000;

/** What a repeated mapping came to. */
export interface ReapplyResult {
  /** Records that found their entity. */
  applied: number;
  /** Records that still wait. */
  unmapped: number;
}

function subjectOf({ source, observation }: IntakeEvent): SubjectKey {
  return { kind: observation.kind, source, subject: observation.subject };
}

/**
 * Deployments read what is declared of their environment, whoever declared it, so both must not change at the same time. Those
 * who only read share the lock: everything goes to the same production.
 */
function environmentLock(
  environment: string,
  options: { shared: boolean },
): SubjectLock {
  return { kind: 'environment', source: '', subject: environment, ...options };
}

function locksOf(event: IntakeEvent): SubjectLock[] {
  const { observation } = event;
  const locks: SubjectLock[] = [subjectOf(event)];
  if (observation.kind === 'environment') {
    locks.push(environmentLock(observation.subject, { shared: false }));
  }
  if (observation.kind === 'deployment' && observation.environment) {
    locks.push(environmentLock(observation.environment, { shared: true }));
  }
  return locks;
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
  readonly #environmentRules: EnvironmentRule[];
  readonly #tiers = new Map<string, EnvironmentTier>();

  /**
   * @param options - `environmentRules` tell the tier of an environment whose producer did not
   */
  constructor(options: {
    store: IntakeStore;
    environmentRules: EnvironmentRule[];
  }) {
    this.#store = options.store;
    this.#environmentRules = options.environmentRules;
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
      const reasons = await this.#apply(
        distinctSubjects(
          page.map(({ kind, source, subject }) => ({ kind, source, subject })),
        ),
        options.now,
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
          await this.#apply(page, options.now);
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
    const deployed = await this.#store.records.listDeployedEnvironments();
    const declared = await this.#listDeclared(
      deployed.map(({ environment }) => environment),
    );
    const differing = deployed.filter(
      ({ environment, tier }) =>
        tier !== this.#agreedTier(environment, declared.get(environment)),
    );
    for (const environment of new Set(differing.map(d => d.environment))) {
      options.signal?.throwIfAborted();
      await this.#reclassify(
        environment,
        declared.get(environment),
        options.now,
      );
    }
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
          { now: options.now, classify: this.#classify },
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
    const declared = await this.#listDeclared(environments);
    for (const environment of new Set(environments)) {
      await this.#reclassify(
        environment,
        declared.get(environment),
        options.now,
      );
    }
    return {
      reasons: new Map(
        fresh.map(({ event, reason }) => [identityOf(event), reason]),
      ),
      taken: new Map(taken.map(event => [identityOf(event), event])),
    };
  }

  async #apply(
    subjects: SubjectKey[],
    now: number,
    further: SubjectLock[] = [],
  ): Promise<Map<string, string | null>> {
    return this.#store.transaction([...subjects, ...further], stores =>
      applySubjects(stores, subjects, { now, classify: this.#classify }),
    );
  }

  /** What is declared of environments, by their ids. */
  async #listDeclared(
    environments: string[],
  ): Promise<Map<string, DeclaredEnvironment[]>> {
    const declared = new Map<string, DeclaredEnvironment[]>();
    if (environments.length > 0) {
      for (const one of await this.#store.records.listDeclaredEnvironments(
        new Set(environments),
      )) {
        const own = declared.get(one.environment);
        if (own) {
          own.push(one);
        } else {
          declared.set(one.environment, [one]);
        }
      }
    }
    return declared;
  }

  /** The tier that all deployments of an environment get which state none; undefined where it depends on their source. */
  #agreedTier(
    environment: string,
    declared: DeclaredEnvironment[] = [],
  ): EnvironmentTier | undefined {
    return new Set(declared.map(({ tier }) => tier)).size > 1
      ? undefined
      : resolveTier(environment, undefined, declared, this.#classify);
  }

  /** Applies the deployments of an environment again whose tier is not what the environment now has. */
  async #reclassify(
    environment: string,
    declared: DeclaredEnvironment[] | undefined,
    now: number,
  ): Promise<void> {
    const otherThan = this.#agreedTier(environment, declared);
    let after: SubjectKey | undefined;
    do {
      const page = await this.#store.records.listDeploymentsOf({
        environment,
        otherThan,
        after,
        limit: SUBJECTS_PER_PAGE,
      });
      if (page.length > 0) {
        await this.#apply(page, now, [
          environmentLock(environment, { shared: true }),
        ]);
      }
      after = page.at(-1);
    } while (after);
  }

  readonly #classify = (name: string): EnvironmentTier => {
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
