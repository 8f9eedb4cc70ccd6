import {
  attributeBurn,
  type BudgetingMethod,
  dayOf,
  type SloMark,
  type SloSpan,
  type SloTally,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { DeliveryHistory, DeliveryPage } from '../../dora/DeliveryHistory';
import { toInstant } from '../../lib/instants';
import type { SliBucketStore } from '../measurement/SliBucketStore';
import { readCountedTallies } from './CountedTallies';

/** Of each kind a chart shows the newest. */
const MOST_MARKS = 200;

const DAY = 86_400_000;

/** What is burned is told by five minutes for so long, and by hours before that. */
const BY_FIVE_MINUTES = 35 * DAY;

/** Deployments that changed nothing for those whom an objective is about. */
const withoutEffect = [
  'not_production',
  'not_successful',
  'not_finished',
  'withdrawn',
];

/** What is asked of an objective. Instants are epoch milliseconds. */
export interface MarksRequest {
  sloRef: string;
  objective: number;
  method: BudgetingMethod;
  /** Null: nothing that is known is measured, so nothing is known to have happened to it. */
  entityRef: string | null;
  /** How many may be bad in the window that an instant lies in; null: that is not known. */
  budgetAt: (instant: number) => number | null;
  /** What is looked at. */
  span: SloSpan;
  /** Up to where it is measured. */
  until: number;
  /** What was counted before it is of an earlier indicator; null: nothing is. */
  countsFrom: number | null;
  corrections: readonly SloSpan[];
  /** What is left out, slices whole. */
  excluded: readonly SloSpan[];
}

/** What {@link SloMarkReader} works with. */
interface SloMarkReaderOptions {
  buckets: Pick<SliBucketStore, 'list'>;
  /** Absent: deliveries are no subject here. */
  delivery?: Pick<DeliveryHistory, 'list'>;
  zone: string;
}

/** Reads what happened while a budget burned: deployments, incidents, and what is left out. */
export class SloMarkReader {
  readonly #options: SloMarkReaderOptions;

  constructor(options: SloMarkReaderOptions) {
    this.#options = options;
  }

  /** @param deliveries - of which entities the caller may know deliveries; null: of none */
  async read(
    request: MarksRequest,
    deliveries: Visibility | null,
  ): Promise<{ marks: SloMark[]; marksTotal: number }> {
    const { span, corrections } = request;
    const page = await this.#readDeliveries(request, deliveries);
    const burned = await this.#readBurned(request, page);
    const own = corrections
      .filter(({ from, to }) => from < span.to && to > span.from)
      .map(
        ({ from, to }): SloMark => ({
          kind: 'correction',
          at: toInstant(from),
          to: toInstant(to),
          title: '',
          id: null,
          url: null,
          burned: null,
          failed: null,
        }),
      );
    const marks = [
      ...own,
      ...page.deployments.map(
        (deployment): SloMark => ({
          kind: 'deployment',
          at: toInstant(deployment.at),
          to: null,
          title: deployment.title ?? deployment.version ?? deployment.subject,
          id: deployment.subject,
          url: deployment.url,
          burned: burned.get(keyOf(deployment)) ?? null,
          failed: deployment.failed,
        }),
      ),
      ...page.incidents.map(
        (incident): SloMark => ({
          kind: 'incident',
          at: toInstant(incident.at),
          to: toInstant(incident.resolvedAt),
          title: incident.title ?? incident.subject,
          id: incident.subject,
          url: incident.url,
          burned: null,
          failed: null,
        }),
      ),
    ].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    return {
      marks,
      marksTotal: own.length + page.deploymentsTotal + page.incidentsTotal,
    };
  }

  async #readDeliveries(
    { entityRef, span }: MarksRequest,
    visibility: Visibility | null,
  ): Promise<DeliveryPage> {
    const { delivery, zone } = this.#options;
    if (!delivery || entityRef === null || visibility === null) {
      return {
        deployments: [],
        incidents: [],
        deploymentsTotal: 0,
        incidentsTotal: 0,
      };
    }
    const page = await delivery.list(
      { scopeRef: entityRef, ownership: 'now', visibility },
      { from: dayOf(span.from, zone), to: dayOf(span.to - 1, zone) },
      { limit: MOST_MARKS },
    );
    const deployments = page.deployments.filter(
      ({ exclusion }) => !withoutEffect.includes(exclusion ?? ''),
    );
    return {
      ...page,
      deployments,
      deploymentsTotal:
        page.deploymentsTotal - (page.deployments.length - deployments.length),
    };
  }

  /** What burned after each deployment, as shares of the budget of the window that it was in. */
  async #readBurned(
    request: MarksRequest,
    { deployments }: DeliveryPage,
  ): Promise<ReadonlyMap<string, number | null>> {
    const { budgetAt, method, until } = request;
    if (deployments.length === 0) {
      return new Map();
    }
    const first = Math.min(...deployments.map(({ at }) => at)) - DAY;
    const burns = attributeBurn(
      deployments.map(deployment => ({
        id: keyOf(deployment),
        at: deployment.at,
      })),
      await this.#readTallies(request, first),
      { method, budgetAt, until },
    );
    return new Map(burns.map(({ id, burned }) => [id, burned]));
  }

  async #readTallies(
    { sloRef, objective, excluded, until, countsFrom }: MarksRequest,
    first: number,
  ): Promise<SloTally[]> {
    const { buckets } = this.#options;
    const hour = 3_600_000;
    const from = Math.max(Math.floor(first / hour) * hour, countsFrom ?? 0);
    const border = Math.max(
      from,
      Math.ceil((until - BY_FIVE_MINUTES) / hour) * hour,
    );
    const range = { sloRef, objective, excluded };
    const parts = await Promise.all([
      readCountedTallies(buckets, {
        ...range,
        resolution: 3_600,
        from,
        to: border,
      }),
      readCountedTallies(buckets, {
        ...range,
        resolution: 300,
        from: border,
        to: until,
      }),
    ]);
    return parts.flat();
  }
}

function keyOf({ source, subject }: { source: string; subject: string }) {
  return JSON.stringify([source, subject]);
}
