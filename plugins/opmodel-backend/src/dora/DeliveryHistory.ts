import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  dayOf,
  doraProfiles,
  SLI_BUCKET_SECONDS,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { ConfiguredCalendar } from '../calendarConfig';
import { readDoraConfig } from './doraConfig';
import type { DeploymentRecord, IncidentRecord } from './doraRecords';
import type { DaySpan, DoraSelection, DoraStore } from './DoraStore';
import { EnabledDefinitions } from './EnabledDefinitions';
import type {
  DeploymentTally,
  OpenIncident,
  OutcomeStore,
} from './OutcomeStore';

/** What became of a selection in a span, newest first, and how much there was. */
export interface DeliveryPage {
  deployments: DeploymentRecord[];
  incidents: IncidentRecord[];
  deploymentsTotal: number;
  incidentsTotal: number;
}

/** How well things went for an entity. Instants are epoch milliseconds. */
export interface DeliveryOutcomes {
  /** The beginning of the day of the first deployment that counts; null: none is known. */
  deploymentsFrom: number | null;
  /** The beginning of the day of the first incident that stands; null: none is known. */
  incidentsFrom: number | null;
  /** Those that count, by five minutes and environment. */
  deployments: DeploymentTally[];
  incidents: OpenIncident[];
}

/** Tells other subjects when what was deployed, and when what went wrong: by the definition that holds where none is chosen. */
export class DeliveryHistory {
  readonly #store: Pick<DoraStore, 'listDeployments' | 'listIncidents'>;
  readonly #outcomes: OutcomeStore;
  /** Id of the definition by which it is told. */
  readonly profile: string;
  readonly #calculation: string;
  readonly #zone: string;

  constructor(options: {
    store: Pick<DoraStore, 'listDeployments' | 'listIncidents'>;
    outcomes: OutcomeStore;
    config: RootConfigService;
    calendar: ConfiguredCalendar;
  }) {
    const { store, config, calendar } = options;
    const { zone, freezes, workingTime } = calendar;
    const { profiles, defaultProfile } = readDoraConfig(config);
    this.#store = store;
    this.#outcomes = options.outcomes;
    this.#zone = zone;
    const { profile, calculation } = new EnabledDefinitions(
      profiles.map(id => doraProfiles[id]),
      {
        zone,
        defaultProfile,
        excludedPeriods: freezes,
        workingDays: workingTime.changeLeadTime,
      },
    ).default;
    this.profile = profile.id;
    this.#calculation = calculation;
  }

  /** @param options - `limit`: of each at most so many, the newest ones */
  async list(
    selection: DoraSelection,
    span: DaySpan,
    { limit }: { limit: number },
  ): Promise<DeliveryPage> {
    const [deployments, incidents] = await Promise.all([
      this.#store.listDeployments(this.#calculation, selection, span, {
        limit,
      }),
      this.#store.listIncidents(this.#calculation, selection, span, { limit }),
    ]);
    return {
      deployments: deployments.items,
      incidents: incidents.items,
      deploymentsTotal: deployments.total,
      incidentsTotal: incidents.total,
    };
  }

  /**
   * How well things went for entities, all of it, in as many statements for one as for thousands. It is limited to nothing that anybody
   * may see: whoever shows something of it asks first.
   *
   * @param requests - each with its own time, epoch milliseconds
   * @param options - `tallySeconds`: the length of the time within which deployments are counted together. Default: five minutes
   * @returns one for each request, in their order
   */
  async readOutcomes(
    requests: readonly (SloSpan & { entityRef: string })[],
    { tallySeconds = SLI_BUCKET_SECONDS }: { tallySeconds?: number } = {},
  ): Promise<DeliveryOutcomes[]> {
    const outcomes = await this.#outcomes.readOutcomes(
      this.#calculation,
      requests.map(request => ({
        ...request,
        days: {
          from: dayOf(request.from, this.#zone),
          to: dayOf(request.to, this.#zone),
        },
      })),
      { tallySeconds },
    );
    return outcomes.map(
      ({ firstDeploymentDay, firstIncidentDay, ...found }) => ({
        ...found,
        deploymentsFrom: this.#beginningOf(firstDeploymentDay),
        incidentsFrom: this.#beginningOf(firstIncidentDay),
      }),
    );
  }

  #beginningOf(day: string | null): number | null {
    return day === null
      ? null
      : DateTime.fromISO(day, { zone: this.#zone }).startOf('day').toMillis();
  }
}
