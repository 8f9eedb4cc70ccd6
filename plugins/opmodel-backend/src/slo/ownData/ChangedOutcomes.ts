import {
  ownDataSourceType,
  SLI_BUCKET_SECONDS,
  type SliBucket,
  type SloTally,
  tallyBuckets,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  SliRequest,
  SliSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import { chunk } from 'lodash';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import { type AskedObjective, requestOf } from '../measurement/askObjectives';
import { countsByMinute } from '../measurement/countsByMinute';
import { onBorder, sourceTypeOf } from '../measurement/MeasurementPlan';
import type { MeasurementSettings } from '../measurement/measurementSettings';
import type { SloStore } from '../SloStore';

/** Objectives that are compared at a time: of each, all the time that is measured is read. */
const COMPARED_AT_ONCE = 20;

/** An objective with what is asked about it. */
interface Compared extends AskedObjective {
  request: SliRequest;
}

/**
 * Has measured anew what turned out differently: an incident that is told of days later fails a deployment whose success was counted. What
 * is kept is compared with what would be counted now, so that it does not matter why something changed, how often it is told of, or whether
 * the process ended in between.
 */
export class ChangedOutcomes {
  readonly #store: SloStore;
  readonly #source: SliSource;
  readonly #settings: Pick<MeasurementSettings, 'backfillMs'>;
  readonly #clock: () => number;

  constructor(options: {
    store: SloStore;
    source: SliSource;
    settings: Pick<MeasurementSettings, 'backfillMs'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#source = options.source;
    this.#settings = options.settings;
    this.#clock = options.clock;
  }

  /** Looks at what is measured of entities. What is older than is measured stays as it is. */
  async compare(entityRefs: readonly string[]): Promise<void> {
    const { definitions, measurements } = this.#store;
    const now = this.#clock();
    const slos = (await definitions.listMeasuring(entityRefs)).filter(slo =>
      slo.definition.objectives.some(isOwn),
    );
    if (slos.length === 0) {
      return;
    }
    const refs = slos.map(({ definition }) => definition.ref);
    const known = await measurements.getMany(refs);
    const changedFrom = await this.#findChanges(
      slos.flatMap(slo =>
        this.#ask(
          slo,
          known.get(slo.definition.ref)?.measuredUntil ?? null,
          now,
        ),
      ),
    );
    for (const [ref, from] of changedFrom) {
      await measurements.request([ref], { now, from });
    }
    // Also of the others: who measures them at this moment may have counted what was known before.
    await measurements.request(refs, { now });
  }

  /** What is asked of the time that is measured. */
  #ask(
    { definition, countsFrom }: StoredSlo,
    measuredUntil: number | null,
    now: number,
  ): Compared[] {
    const to = measuredUntil ?? -Infinity;
    const from = Math.max(
      onBorder(now - this.#settings.backfillMs),
      countsFrom ?? -Infinity,
    );
    return from >= to
      ? []
      : definition.objectives.filter(isOwn).flatMap(objective => {
          const asked = { definition, objective, span: { from, to } };
          const request = requestOf(asked);
          return request ? [{ ...asked, request }] : [];
        });
  }

  /** @returns by SLO, the first bucket that would be counted differently */
  async #findChanges(
    objectives: readonly Compared[],
  ): Promise<ReadonlyMap<string, number>> {
    const changes = new Map<string, number>();
    for (const asked of chunk(objectives, COMPARED_AT_ONCE)) {
      const answers = await this.#source.measure(
        asked.map(({ request }) => request),
        {
          signal: new AbortController().signal,
          budgetShare: 1,
          reportProgress() {},
        },
      );
      for (const one of asked) {
        const { ref } = one.definition;
        const answer = answers.find(of => of.id === one.request.id)!;
        // What is wrong with a question is told when it is measured.
        const change =
          'buckets' in answer
            ? await this.#findChange(one, answer.buckets)
            : undefined;
        if (change !== undefined) {
          changes.set(ref, Math.min(change, changes.get(ref) ?? Infinity));
        }
      }
    }
    return changes;
  }

  /** Of minutes the slices are kept, so that these are compared as well. */
  async #findChange(
    { definition, objective, span }: AskedObjective,
    buckets: readonly SliBucket[],
  ): Promise<number | undefined> {
    const kept = await this.#store.buckets.list({
      sloRef: definition.ref,
      objective: objective.index,
      resolution: SLI_BUCKET_SECONDS,
      ...span,
    });
    const known = kept.filter(({ measured }) => measured > 0);
    if (!countsByMinute(objective, definition)) {
      return findDifference(known, buckets, ['good', 'total']);
    }
    const { tallies } = tallyBuckets(
      buckets,
      objective,
      definition.budgetingMethod,
      SLI_BUCKET_SECONDS,
      span.to,
    );
    return findDifference<SloTally>(known, tallies, [
      'good',
      'total',
      'slices',
      'goodSlices',
      'ratioSum',
    ]);
  }
}

function isOwn(objective: StoredSlo['definition']['objectives'][number]) {
  return sourceTypeOf(objective) === ownDataSourceType;
}

/**
 * Where the first bucket begins of which two lists, both in order of time, say something else.
 *
 * @param names - of what is compared
 */
function findDifference<T extends SliBucket>(
  before: readonly T[],
  after: readonly T[],
  names: readonly (keyof T)[],
): number | undefined {
  for (
    let place = 0;
    place < Math.max(before.length, after.length);
    place += 1
  ) {
    const [was, is] = [before.at(place), after.at(place)];
    if (
      was?.start !== is?.start ||
      names.some(name => was?.[name] !== is?.[name])
    ) {
      return Math.min(was?.start ?? Infinity, is?.start ?? Infinity);
    }
  }
  return undefined;
}
