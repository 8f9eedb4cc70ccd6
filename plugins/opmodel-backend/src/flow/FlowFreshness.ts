import type { ReportFreshness } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import type { RecalculationStore } from '../intake/RecalculationStore';
import { toInstant } from '../lib/instants';
import type { FlowStore } from './FlowStore';

/** Without a new fact for this long, a scope's numbers are stale. */
const STALE_AFTER_DAYS = 14;

/** More waiting entities than this are not looked through for one scope. */
const WAITING_LOOKED_AT = 1_000;

/** Tells how fresh the numbers of a scope are. It is asked at each read, because time alone makes numbers stale. */
export class FlowFreshness {
  readonly #store: Pick<FlowStore, 'includesAny'>;
  readonly #recalculations: Pick<RecalculationStore, 'listWaiting'>;
  readonly #clock: () => number;

  constructor(options: {
    store: Pick<FlowStore, 'includesAny'>;
    recalculations: Pick<RecalculationStore, 'listWaiting'>;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#recalculations = options.recalculations;
    this.#clock = options.clock;
  }

  /** Whether facts of any component of the selection wait to be computed. */
  async isCalculating(
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<boolean> {
    const waiting = await this.#recalculations.listWaiting({
      subject: 'flow',
      limit: WAITING_LOOKED_AT,
    });
    return (
      waiting.length > 0 && this.#store.includesAny(selection, span, waiting)
    );
  }

  /**
   * @param latestRecordedAt - of the newest fact, epoch milliseconds; null where there is none
   */
  tell(latestRecordedAt: number | null, calculating: boolean): ReportFreshness {
    if (latestRecordedAt === null) {
      return { state: 'no_data', asOf: null, calculating };
    }
    const age = this.#clock() - latestRecordedAt;
    return {
      state: age > STALE_AFTER_DAYS * 86_400_000 ? 'stale' : 'fresh',
      asOf: toInstant(latestRecordedAt),
      calculating,
    };
  }
}
