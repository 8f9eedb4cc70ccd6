import type { RootConfigService } from '@backstage/backend-plugin-api';
import { doraProfiles } from '@opmodel/backstage-plugin-opmodel-common';
import type { ConfiguredCalendar } from '../calendarConfig';
import { readDoraConfig } from './doraConfig';
import type { DeploymentRecord, IncidentRecord } from './doraRecords';
import type { DaySpan, DoraSelection, DoraStore } from './DoraStore';
import { EnabledDefinitions } from './EnabledDefinitions';

/** What became of a selection in a span, newest first, and how much there was. */
export interface DeliveryPage {
  deployments: DeploymentRecord[];
  incidents: IncidentRecord[];
  deploymentsTotal: number;
  incidentsTotal: number;
}

/** Tells other subjects when what was deployed, and when what went wrong: by the definition that holds where none is chosen. */
export class DeliveryHistory {
  readonly #store: Pick<DoraStore, 'listDeployments' | 'listIncidents'>;
  readonly #calculation: string;

  constructor(options: {
    store: Pick<DoraStore, 'listDeployments' | 'listIncidents'>;
    config: RootConfigService;
    calendar: ConfiguredCalendar;
  }) {
    const { store, config, calendar } = options;
    const { zone, freezes, workingTime } = calendar;
    const { profiles, defaultProfile } = readDoraConfig(config);
    this.#store = store;
    this.#calculation = new EnabledDefinitions(
      profiles.map(id => doraProfiles[id]),
      {
        zone,
        defaultProfile,
        excludedPeriods: freezes,
        workingDays: workingTime.changeLeadTime,
      },
    ).default.calculation;
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
}
