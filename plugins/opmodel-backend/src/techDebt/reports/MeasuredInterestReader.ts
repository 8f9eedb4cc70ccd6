import {
  addDays,
  dayOf,
  type MeasuredDebtInterest,
  measureInterest,
  type PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type { DebtReportSelection, DebtReportStore } from './DebtReportStore';

/** Days of which reports are counted, the last one included. */
export const MEASURED_DAYS = 90;

/** What interest is measured by. */
export interface MeasuredInterestReaderOptions {
  store: Pick<DebtReportStore, 'findFirstDay' | 'listMeasured'>;
  names: Pick<NamedEntities, 'read'>;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Measures interest out of the reports that somebody may see, over {@link MEASURED_DAYS} days. */
export class MeasuredInterestReader {
  readonly #options: MeasuredInterestReaderOptions;

  constructor(options: MeasuredInterestReaderOptions) {
    this.#options = options;
  }

  /**
   * Of the reports that are linked to an item; it could be reported since the item was filed, until the day on which it was paid. What was
   * given up goes on costing.
   */
  async ofItem(
    {
      id,
      createdAt,
      status,
      resolvedAt,
    }: Pick<PricedDebtItem, 'id' | 'createdAt' | 'status' | 'resolvedAt'>,
    reads: Visibility,
  ): Promise<MeasuredDebtInterest> {
    const { zone, clock } = this.#options;
    const end =
      status === 'resolved' && resolvedAt !== null
        ? Date.parse(resolvedAt)
        : clock();
    return this.#measure(
      { visibility: reads, itemId: id },
      { since: dayOf(Date.parse(createdAt), zone), to: dayOf(end, zone) },
    );
  }

  /**
   * Of the reports of an entity, or of all that counts in a scope, whether they are linked to an item or not. It could be reported since
   * anybody reported anything: before, nobody knew that they can. Whoever sees only a part is told of the first report of that part.
   */
  async ofPlace(
    place: Pick<DebtReportSelection, 'entityRef' | 'scopeRef'>,
    reads: Visibility,
  ): Promise<MeasuredDebtInterest> {
    const { store, zone, clock } = this.#options;
    const to = dayOf(clock(), zone);
    const first = await store.findFirstDay(reads);
    // Where there is no report at all, no day was watched yet.
    const since = first ?? addDays(to, 1);
    return this.#measure({ visibility: reads, ...place }, { since, to });
  }

  /**
   * @param watch - the ISO day since when it could be reported, and the last one on which it could
   */
  async #measure(
    selection: DebtReportSelection,
    { since, to }: { since: string; to: string },
  ): Promise<MeasuredDebtInterest> {
    const { store, names } = this.#options;
    const days = { from: addDays(to, 1 - MEASURED_DAYS), to };
    const reports = await store.listMeasured({ ...selection, days });
    const measured = measureInterest(reports, days, since);
    const known = await names.read(
      measured.teams.map(({ teamRef }) => teamRef),
      selection.visibility,
    );
    return {
      ...measured,
      thinBecause: [...measured.thinBecause],
      teams: measured.teams.flatMap(team => {
        const title = known.get(team.teamRef)?.title;
        return title === undefined ? [] : [{ ...team, title }];
      }),
      period: { ...days, days: MEASURED_DAYS },
    };
  }
}
