import {
  attainmentOf,
  type BurnReading,
  burnRate,
  emptyTally,
  sloUnitsOf,
  type SloDefinition,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { EvaluatedSlo } from '../evaluation/EvaluatedSlo';
import type {
  BurnWindow,
  SloEvaluationStore,
  SloObjectiveState,
  SpanTally,
  TallyQuestion,
} from '../evaluation/SloEvaluationStore';
import { burnSeconds } from '../evaluation/SloEvaluationStore';
import { countedSpans, excludedSpans } from '../reading/countedSpans';
import type { WatchedAlert } from './watchedAlerts';

/** Of what was measured last so long ago, nothing is known now. Milliseconds. */
const STALE_AFTER = 30 * 60_000;

/** An alert of an objective as it is to be read. */
export interface AlertToRead
  extends Pick<EvaluatedSlo, 'definition' | 'countsFrom' | 'corrections'> {
  state: SloObjectiveState;
  alert: WatchedAlert;
}

const nothing: BurnReading = { long: null, short: null, events: 0 };

/** Of a time that is left out as a whole. */
const quiet: BurnReading = { long: 0, short: 0, events: 0 };

/**
 * Reads how fast budgets burn for alerts. What the evaluation has computed is taken as it is; buckets are asked where a document looks back
 * over another time, and where an alert may hold, for the number of events.
 */
export class BurnReader {
  readonly #store: Pick<SloEvaluationStore, 'sum'>;

  constructor(options: { store: Pick<SloEvaluationStore, 'sum'> }) {
    this.#store = options.store;
  }

  /** @returns one reading for each, in their order */
  async read(
    alerts: readonly AlertToRead[],
    { now }: { now: number },
  ): Promise<BurnReading[]> {
    const asked = alerts.filter(
      alert => isFresh(alert, now) && needsBuckets(alert),
    );
    const tallies = await this.#sum(asked);
    return alerts.map(of => {
      if (!isFresh(of, now)) {
        return nothing;
      }
      if (spansOf(of).length === 0) {
        return quiet;
      }
      const { state, alert, definition } = of;
      const tally = tallies.get(nameOf(of));
      const known = {
        long: knownBurn(state, alert.longSeconds),
        short: knownBurn(state, alert.shortSeconds),
      };
      const counted = burnOf(tally, definition, state.target);
      return {
        long: known.long === undefined ? counted : known.long,
        short: known.short === undefined ? counted : known.short,
        // Of a composite as a whole no events are counted.
        events:
          state.objective < 0
            ? alert.rule.minimumEvents
            : sloUnitsOf(tally ?? emptyTally, definition.budgetingMethod).total,
      };
    });
  }

  async #sum(
    alerts: readonly AlertToRead[],
  ): Promise<ReadonlyMap<string, SpanTally>> {
    const questions = new Map<
      string,
      { slos: TallyQuestion['slos'][number][]; spans: TallyQuestion['spans'] }
    >();
    for (const asked of alerts) {
      const { state, alert, countsFrom } = asked;
      const spans = { [String(alert.longSeconds)]: spansOf(asked) };
      const key = JSON.stringify(spans);
      const question = questions.get(key) ?? { slos: [], spans };
      questions.set(key, question);
      question.slos.push({
        sloRef: state.sloRef,
        objectives: [state.objective],
        countsFrom,
      });
    }
    const tallies =
      questions.size === 0
        ? []
        : await this.#store.sum([...questions.values()]);
    return new Map(
      tallies.map(tally => [
        `${tally.sloRef} ${tally.objective} ${tally.span}`,
        tally,
      ]),
    );
  }
}

function nameOf({ state, alert }: AlertToRead): string {
  return `${state.sloRef} ${state.objective} ${alert.longSeconds}`;
}

function isFresh({ state }: AlertToRead, now: number): boolean {
  return (
    state.measuredUntil !== null && now - state.measuredUntil <= STALE_AFTER
  );
}

/** Whether buckets have something to tell: of few alerts, since most budgets do not burn. */
function needsBuckets({ state, alert }: AlertToRead): boolean {
  if (state.objective < 0) {
    return false;
  }
  const long = knownBurn(state, alert.longSeconds);
  return long === undefined || (long ?? 0) >= alert.rule.threshold;
}

/** The burn that the evaluation has computed over a time; undefined where it has not. */
function knownBurn(
  { burns }: SloObjectiveState,
  seconds: number,
): number | null | undefined {
  const names = Object.keys(burnSeconds) as BurnWindow[];
  const name = names.find(of => burnSeconds[of] === seconds);
  return name === undefined ? undefined : burns[name];
}

function burnOf(
  tally: SpanTally | undefined,
  { budgetingMethod }: SloDefinition,
  target: number,
): number | null {
  if (tally === undefined || tally.buckets === 0) {
    return null;
  }
  return attainmentOf(tally, budgetingMethod) === null
    ? 0
    : burnRate(tally, budgetingMethod, target);
}

/** The time that an alert looks back on, without what is left out; of slices up to the last complete one. */
function spansOf({
  definition: { budgetingMethod, objectives },
  state: { measuredUntil, objective },
  alert,
  corrections,
}: AlertToRead): SloSpan[] {
  const sliceSeconds =
    budgetingMethod === 'Occurrences'
      ? null
      : objectives.find(({ index }) => index === objective)?.timeSliceSeconds ??
        null;
  const slice = (sliceSeconds ?? 0) * 1_000;
  const to =
    slice > 0 ? Math.floor(measuredUntil! / slice) * slice : measuredUntil!;
  return countedSpans(
    { from: to - alert.longSeconds * 1_000, to },
    { countsFrom: null },
    excludedSpans(corrections, sliceSeconds),
  );
}
