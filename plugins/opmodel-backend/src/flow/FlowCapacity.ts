import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  type DayWindow,
  flow2026Definition,
  type FlowReport,
  type SplitInForce,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { CapacityAgreements } from './CapacityAgreements';
import { readFlowSettings } from './flowConfig';
import { FlowReportReader } from './FlowReportReader';
import { flowCalculation } from './flowSubject';
import type { FlowStore } from './FlowStore';

/** What a selection spent its capacity on in a window, and the split that was in force over it. */
export interface SpentCapacity {
  allocation: FlowReport['allocation'];
  inForce: SplitInForce;
}

/** Tells other subjects what capacity was spent on, against what was agreed. */
export class FlowCapacity {
  readonly #reports: Pick<FlowReportReader, 'readCapacity'>;

  constructor(options: { reports: Pick<FlowReportReader, 'readCapacity'> }) {
    this.#reports = options.reports;
  }

  async read(
    selection: ComponentSelection,
    window: DayWindow,
  ): Promise<SpentCapacity> {
    return this.#reports.readCapacity(selection, window);
  }
}

/** Puts it together as the subject itself is configured. */
export function createFlowCapacity(options: {
  store: FlowStore;
  catalog: CatalogStore;
  calendar: ConfiguredCalendar;
  config: RootConfigService;
}): FlowCapacity {
  const { store, catalog, calendar, config } = options;
  const settings = readFlowSettings(config);
  const { agreements } = settings.allocation;
  return new FlowCapacity({
    reports: new FlowReportReader({
      store,
      settings,
      agreements: new CapacityAgreements({ catalog, agreements }),
      definition: { ...flow2026Definition, start: settings.start },
      calculation: flowCalculation(
        calendar.zone,
        settings,
        calendar.workingTime.flow,
      ),
    }),
  });
}
