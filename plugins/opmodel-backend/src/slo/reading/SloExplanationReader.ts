import {
  computeBudget,
  emptyTally,
  explainBudget,
  SLI_BUCKET_SECONDS,
  SLI_MINUTE_SECONDS,
  type SloExplanation,
  type SloLeftOut,
  type SloSpan,
  spanSeconds,
  clipSpans,
  tallyBuckets,
  withoutArtefacts,
} from '@opmodel/backstage-plugin-opmodel-common';
import { objectiveAt } from '../evaluation/EvaluationPlan';
import type { SloCorrections } from '../evaluation/SloCorrections';
import type { SpanTally } from '../evaluation/SloEvaluationStore';
import { countsByMinute } from '../measurement/countsByMinute';
import type { MeasuredTally } from '../measurement/SliBucketStore';
import type { SliSources } from '../measurement/SliSources';
import type { SloStore } from '../SloStore';
import { readCountedTallies } from './CountedTallies';
import {
  countedSliceSeconds,
  countedSpans,
  excludedSpans,
} from './countedSpans';
import { describeAsked } from './describeQueries';
import { describeWindow } from './describeSlo';
import { freshnessOf } from './freshnessOf';
import type { ReadSlo } from './SloStatusReader';

const BUCKET = SLI_BUCKET_SECONDS * 1_000;

/** Name of the one span that is asked for. */
const WINDOW = 'window';

/** How a budget is counted. */
const definition = {
  id: 'slo',
  version: '1',
  title: 'Error budget',
  docs: 'slo',
};

/** What {@link SloExplanationReader} works with. */
interface SloExplanationReaderOptions {
  store: SloStore;
  corrections: SloCorrections;
  sources: SliSources;
  /** Fewer events are not graded; null: it follows from the target. */
  minimumEvents: number | null;
  clock: () => number;
}

/** Says where the budget of an objective comes from: what was counted in its present window, what was not, and by which queries. */
export class SloExplanationReader {
  readonly #options: SloExplanationReaderOptions;

  constructor(options: SloExplanationReaderOptions) {
    this.#options = options;
  }

  /** @param index - of an objective that there is */
  async explain(read: ReadSlo, index: number): Promise<SloExplanation> {
    const { corrections, store, sources, minimumEvents, clock } = this.#options;
    const { slo, measurement, states } = read;
    const of = slo.definition;
    const { ref, budgetingMethod: method } = of;
    const objective = objectiveAt(of, index);
    const state = states.find(known => known.objective === index);
    const window = state?.window ?? null;
    const until = state?.measuredUntil ?? null;
    const sliceSeconds = countedSliceSeconds(of, objective);
    const left = (await corrections.spansOf([ref])).get(ref) ?? [];
    const excluded = excludedSpans(left, sliceSeconds);
    const measured =
      window && until !== null
        ? { from: window.from, to: Math.min(window.to, until) }
        : null;
    const counted = measured ? countedSpans(measured, slo, excluded) : [];
    const [tally] = await store.evaluations.sum([
      {
        slos: [
          { sloRef: ref, objectives: [index], countsFrom: slo.countsFrom },
        ],
        spans: { [WINDOW]: counted },
      },
    ]);
    const budget = computeBudget({
      method,
      target: objective.target,
      windowType: of.window.type,
      span: window ?? { from: 0, to: 0 },
      measuredUntil: until ?? 0,
      tally: tally ?? emptyTally,
      timeSliceSeconds: sliceSeconds,
      measuredSeconds: (tally?.buckets ?? 0) * SLI_BUCKET_SECONDS,
      excluded,
      minimum:
        method === 'Occurrences' && minimumEvents !== null
          ? minimumEvents
          : undefined,
    });
    const missing = missingBuckets(counted, tally);
    return {
      definition,
      window: describeWindow(of, window, clock()),
      objective: index,
      target: objective.target,
      method,
      ...explainBudget(budget),
      leftOut: [
        ...corrected(measured, excluded),
        ...(missing > 0 ? [leftOut('not_measured', missing)] : []),
        ...(measured && sliceSeconds !== null
          ? await this.#readSlices(read, index, { measured, excluded })
          : []),
      ],
      queries: describeAsked(
        objective,
        measurement?.queries[String(index)] ?? [],
        sources,
      ),
      buckets: tally?.buckets ?? 0,
      missingBuckets: missing,
      freshness: freshnessOf(read),
    };
  }

  /** Slices that are neither good nor bad. */
  async #readSlices(
    { slo }: ReadSlo,
    index: number,
    { measured, excluded }: { measured: SloSpan; excluded: readonly SloSpan[] },
  ): Promise<SloLeftOut[]> {
    const { definition: of, countsFrom } = slo;
    const objective = objectiveAt(of, index);
    const buckets = await readCountedTallies(this.#options.store.buckets, {
      sloRef: of.ref,
      objective: index,
      resolution: SLI_BUCKET_SECONDS,
      from: Math.max(measured.from, countsFrom ?? measured.from),
      to: measured.to,
      excluded,
    });
    if (countsByMinute(objective, of)) {
      return emptyMinutes(buckets);
    }
    const { emptySlices, partialSlices } = tallyBuckets(
      buckets,
      objective,
      of.budgetingMethod,
      SLI_BUCKET_SECONDS,
      measured.to,
    );
    const perSlice = objective.timeSliceSeconds! / SLI_BUCKET_SECONDS;
    const some = (reason: SloLeftOut['reason'], slices: number) =>
      slices > 0 ? [leftOut(reason, slices * perSlice)] : [];
    return [
      ...some('empty_slice', emptySlices),
      ...some('partial_slice', partialSlices),
    ];
  }
}

/** Minutes that are no slice, of five minutes of which something was measured. */
function emptyMinutes(buckets: readonly MeasuredTally[]): SloLeftOut[] {
  const perBucket = SLI_BUCKET_SECONDS / SLI_MINUTE_SECONDS;
  const empty = buckets.reduce(
    (sum, { measured, slices }) =>
      measured > 0 ? sum + perBucket - slices : sum,
    0,
  );
  return empty > 0
    ? [
        {
          reason: 'empty_slice',
          buckets: empty,
          seconds: empty * SLI_MINUTE_SECONDS,
        },
      ]
    : [];
}

function missingBuckets(
  counted: readonly SloSpan[],
  tally: SpanTally | undefined,
): number {
  const expected = Math.floor(spanSeconds(counted) / SLI_BUCKET_SECONDS);
  return Math.max(0, expected - (tally?.buckets ?? 0));
}

function corrected(
  measured: SloSpan | null,
  excluded: readonly SloSpan[],
): SloLeftOut[] {
  const spans = measured ? clipSpans(excluded, measured) : [];
  return spans.length === 0
    ? []
    : [
        {
          reason: 'correction',
          buckets: spans.reduce(
            (sum, { from, to }) =>
              sum + Math.ceil(to / BUCKET) - Math.floor(from / BUCKET),
            0,
          ),
          seconds: withoutArtefacts(spanSeconds(spans)),
        },
      ];
}

function leftOut(reason: SloLeftOut['reason'], buckets: number): SloLeftOut {
  return { reason, buckets, seconds: buckets * SLI_BUCKET_SECONDS };
}
