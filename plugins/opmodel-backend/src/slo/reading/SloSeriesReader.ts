import {
  type DayWindow,
  addDays,
  type SloDays,
  type SloSeries,
  SLI_BUCKET_SECONDS,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { Visibility } from '../../catalog/Visibility';
import { objectiveAt } from '../evaluation/EvaluationPlan';
import type { SloCorrections } from '../evaluation/SloCorrections';
import type { SliBucketStore } from '../measurement/SliBucketStore';
import type { SloEvaluationStore } from '../evaluation/SloEvaluationStore';
import { budgetsOverTime } from './budgetsOverTime';
import { planBurnDown, tellBurnDown } from './burnDown';
import { readCountedTallies } from './CountedTallies';
import { countedSliceSeconds, excludedSpans } from './countedSpans';
import { freshnessOf } from './freshnessOf';
import type { SloDayReader } from './SloDayReader';
import type { SloMarkReader } from './SloMarkReader';
import type { ReadSlo } from './SloStatusReader';

/** Windows of a calendar that are looked back over: three years of weeks. */
const MOST_WINDOWS = 160;

/** What {@link SloSeriesReader} works with. */
interface SloSeriesReaderOptions {
  buckets: Pick<SliBucketStore, 'list'>;
  corrections: SloCorrections;
  evaluations: Pick<SloEvaluationStore, 'listWindows'>;
  days: SloDayReader;
  marks: SloMarkReader;
  zone: string;
}

/** Reads the budget of an objective over time. */
export class SloSeriesReader {
  readonly #options: SloSeriesReaderOptions;

  constructor(options: SloSeriesReaderOptions) {
    this.#options = options;
  }

  /**
   * @param index - of an objective that there is
   * @param deliveries - of which entities the caller may know deliveries; null: of none
   */
  async readSeries(
    read: ReadSlo,
    index: number,
    window: DayWindow,
    deliveries: Visibility | null,
  ): Promise<SloSeries> {
    const { buckets, corrections, evaluations, marks, zone } = this.#options;
    const { definition, countsFrom } = read.slo;
    const objective = objectiveAt(definition, index);
    const span = this.#spanOf(window);
    const until = read.measurement?.measuredUntil ?? span.from;
    const left = (await corrections.spansOf([definition.ref])).get(
      definition.ref,
    );
    const excluded = excludedSpans(
      left ?? [],
      countedSliceSeconds(definition, objective),
    );
    const plan = planBurnDown(definition, span, until);
    const common = { sloRef: definition.ref, objective: index, excluded };
    const past =
      definition.window.type === 'calendar'
        ? await evaluations.listWindows(definition.ref, index, {
            limit: MOST_WINDOWS,
          })
        : null;
    const [tallies, marked] = await Promise.all([
      readCountedTallies(buckets, {
        ...common,
        resolution: plan.resolution,
        from: Math.max(plan.span.from, countsFrom ?? plan.span.from),
        to: plan.span.to,
      }),
      marks.read(
        {
          ...common,
          method: definition.budgetingMethod,
          entityRef: definition.entityRef,
          budgetAt: budgetsOverTime(
            read.states.find(state => state.objective === index),
            past,
          ),
          span,
          until,
          countsFrom,
          corrections: left ?? [],
        },
        deliveries,
      ),
    ]);
    return {
      window: { ...window, zone },
      objective: index,
      target: objective.target,
      points: tellBurnDown(plan, definition, objective, tallies, { excluded }),
      ...marked,
      freshness: freshnessOf(read),
    };
  }

  /** @param index - of an objective that there is */
  async readDays(
    { slo }: ReadSlo,
    index: number,
    window: DayWindow,
  ): Promise<SloDays> {
    const [days] = await this.#options.days.read(
      [{ slo, objective: index }],
      window,
    );
    return {
      window: { ...window, zone: this.#options.zone },
      objective: index,
      target: objectiveAt(slo.definition, index).target,
      days,
    };
  }

  /** The instants of a window of days, on borders of buckets. */
  #spanOf({ from, to }: { from: string; to: string }): SloSpan {
    const border = SLI_BUCKET_SECONDS * 1_000;
    const startOf = (day: string) =>
      Math.floor(
        DateTime.fromISO(day, { zone: this.#options.zone }).toMillis() / border,
      ) * border;
    return { from: startOf(from), to: startOf(addDays(to, 1)) };
  }
}
