import {
  addDays,
  type DoraProfile,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type {
  DaySpan,
  DoraSelection,
  DoraStore,
  LateRecovery,
} from './DoraStore';
import type { EnabledDefinitions } from './EnabledDefinitions';
import {
  countLeftOut,
  leaveOut,
  leaveOutOfParts,
  leaveOutOfSpan,
  startOfPart,
} from './lateRecoveries';

/**
 * Leaves out of every window, and of every part of it, what was recovered only after it, under the definitions that ask for that.
 *
 * Counts are kept by the day on which a recovery counts and cannot know the windows that are asked for. So the few recoveries that
 * ended too late are read by themselves and taken away. What is asked under another definition goes straight through.
 */
export class EndedRecoveries implements DoraStore {
  readonly #store: DoraStore;
  readonly #zone: string;
  /** Of the definitions that ask for it, by calculation. */
  readonly #profiles: ReadonlyMap<string, DoraProfile>;

  constructor(options: {
    store: DoraStore;
    definitions: Pick<EnabledDefinitions, 'list'>;
    zone: string;
  }) {
    this.#store = options.store;
    this.#zone = options.zone;
    this.#profiles = new Map(
      options.definitions.list
        .filter(
          ({ profile }) => profile.failures.recoveryWindow === 'day_and_end',
        )
        .map(({ calculation, profile }) => [calculation, profile]),
    );
  }

  async sumWindow(...asked: Parameters<DoraStore['sumWindow']>) {
    const [calculation, selection, window] = asked;
    const profile = this.#profiles.get(calculation);
    if (!profile) {
      return this.#store.sumWindow(...asked);
    }
    const [counts, late, lateBefore] = await Promise.all([
      this.#store.sumWindow(...asked),
      this.#listLate(calculation, selection, window),
      this.#listLate(calculation, selection, window.previous),
    ]);
    const current = leaveOutOfSpan(counts.current, late, profile);
    return {
      ...counts,
      current: { ...current, counts: countLeftOut(current.counts, late) },
      previous: leaveOutOfSpan(counts.previous, lateBefore, profile),
    };
  }

  async sumSeries(...asked: Parameters<DoraStore['sumSeries']>) {
    const [calculation, selection, span, { interval, metrics }] = asked;
    const profile = this.#profiles.get(calculation);
    if (!profile || !metrics.includes('recovery')) {
      return this.#store.sumSeries(...asked);
    }
    const [series, late] = await Promise.all([
      this.#store.sumSeries(...asked),
      this.#listLate(calculation, selection, span),
    ]);
    return leaveOutOfParts(series, late, ({ day }) =>
      startOfPart(day, interval, profile),
    );
  }

  async countMembers(...asked: Parameters<DoraStore['countMembers']>) {
    const [calculation, selection, window, entityRefs] = asked;
    if (!this.#profiles.has(calculation)) {
      return this.#store.countMembers(...asked);
    }
    const [members, late] = await Promise.all([
      this.#store.countMembers(...asked),
      this.#listLate(calculation, selection, window, entityRefs),
    ]);
    return new Map(
      [...members].map(([ref, counts]) => [
        ref,
        {
          ...counts,
          recovery: leaveOut(
            counts.recovery,
            late.filter(({ entityRef }) => entityRef === ref),
          ),
        },
      ]),
    );
  }

  listDurations(...asked: Parameters<DoraStore['listDurations']>) {
    const [calculation, kind, selection, span, range] = asked;
    return kind === 'recovery' && this.#profiles.has(calculation)
      ? this.#store.listDurations(
          calculation,
          kind,
          selection,
          this.#ended(span),
          range,
        )
      : this.#store.listDurations(...asked);
  }

  listWindowDurations(...asked: Parameters<DoraStore['listWindowDurations']>) {
    const [calculation, kind, selection, window, options] = asked;
    return kind === 'recovery' && this.#profiles.has(calculation)
      ? this.#store.listWindowDurations(
          calculation,
          kind,
          selection,
          { ...this.#ended(window), previous: this.#ended(window.previous) },
          options,
        )
      : this.#store.listWindowDurations(...asked);
  }

  readRevision(...asked: Parameters<DoraStore['readRevision']>) {
    return this.#store.readRevision(...asked);
  }

  describe(...asked: Parameters<DoraStore['describe']>) {
    return this.#store.describe(...asked);
  }

  listLateRecoveries(...asked: Parameters<DoraStore['listLateRecoveries']>) {
    return this.#store.listLateRecoveries(...asked);
  }

  includesAny(...asked: Parameters<DoraStore['includesAny']>) {
    return this.#store.includesAny(...asked);
  }

  listRevisions(...asked: Parameters<DoraStore['listRevisions']>) {
    return this.#store.listRevisions(...asked);
  }

  readMedians(...asked: Parameters<DoraStore['readMedians']>) {
    return this.#store.readMedians(...asked);
  }

  listMembers(...asked: Parameters<DoraStore['listMembers']>) {
    return this.#store.listMembers(...asked);
  }

  listDeployments(...asked: Parameters<DoraStore['listDeployments']>) {
    return this.#store.listDeployments(...asked);
  }

  listIncidents(...asked: Parameters<DoraStore['listIncidents']>) {
    return this.#store.listIncidents(...asked);
  }

  listFailureStates(...asked: Parameters<DoraStore['listFailureStates']>) {
    return this.#store.listFailureStates(...asked);
  }

  #listLate(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    entityRefs?: string[],
  ): Promise<LateRecovery[]> {
    return this.#store.listLateRecoveries(calculation, selection, span, {
      endedFrom: this.#endOf(span),
      entityRefs,
    });
  }

  #ended<S extends DaySpan>(span: S): S & { endedBefore: number } {
    return { ...span, endedBefore: this.#endOf(span) };
  }

  /** The instant at which the day after the last of a span begins, epoch milliseconds. */
  #endOf({ to }: DaySpan): number {
    return DateTime.fromISO(addDays(to, 1), { zone: this.#zone })
      .startOf('day')
      .toMillis();
  }
}
