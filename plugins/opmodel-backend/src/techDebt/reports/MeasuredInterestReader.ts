import {
  addDays,
  type DebtItem,
  dayOf,
  type MeasuredDebtInterest,
  measureInterest,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type { DebtReportSelection, DebtReportStore } from './DebtReportStore';

/** Days of which reports are counted, today included. */
export const MEASURED_DAYS = 90;

/** What interest is measured by. */
export interface MeasuredInterestReaderOptions {
  store: Pick<DebtReportStore, 'listMeasured'>;
  names: Pick<NamedEntities, 'read'>;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Measures interest out of the reports that somebody may see, over the last {@link MEASURED_DAYS} days. */
export class MeasuredInterestReader {
  readonly #options: MeasuredInterestReaderOptions;

  constructor(options: MeasuredInterestReaderOptions) {
    this.#options = options;
  }

  /** Of the reports that are linked to an item; it could be reported since the item was filed. */
  async ofItem(
    { id, createdAt }: Pick<DebtItem, 'id' | 'createdAt'>,
    reads: Visibility,
  ): Promise<MeasuredDebtInterest> {
    const since = dayOf(createdAt, this.#options.zone);
    return this.#measure({ visibility: reads, itemId: id }, since);
  }

  /** Of the reports of an entity, or of all that counts in a scope, whether they are linked to an item or not. */
  async ofPlace(
    place: Pick<DebtReportSelection, 'entityRef' | 'scopeRef'>,
    reads: Visibility,
  ): Promise<MeasuredDebtInterest> {
    return this.#measure({ visibility: reads, ...place }, null);
  }

  async #measure(
    selection: DebtReportSelection,
    since: string | null,
  ): Promise<MeasuredDebtInterest> {
    const { store, names, zone, clock } = this.#options;
    const to = dayOf(clock(), zone);
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
