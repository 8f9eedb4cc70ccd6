import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { ImmediateNotices } from '../../attention/ImmediateNotices';
import type { CreateSloPart } from '../SloPart';
import { AlertNotices } from './AlertNotices';
import { AlertStepper } from './AlertStepper';
import type { SloAlertStore } from './SloAlertStore';
import { SloAttention } from './SloAttention';
import type { SloFindingStore } from './SloFindingStore';

/** Puts together what watches budgets, and tells people of it. */
export function createAlerts(options: {
  alerts: SloAlertStore;
  findings: SloFindingStore;
  notices: ImmediateNotices;
}): CreateSloPart {
  return ({ calendar, catalog, clock, config, store }) => {
    const stepper = new AlertStepper({
      alerts: options.alerts,
      evaluations: store.evaluations,
      notices: new AlertNotices({ notices: options.notices, catalog }),
      whenResolved: tellsWhenResolved(config),
    });
    const attention = new SloAttention({
      store: options.findings,
      zone: calendar.zone,
      clock,
    });
    return {
      onEvaluated: stepper.step,
      listAttention: (visibility, owners) => attention.list(visibility, owners),
    };
  };
}

/** Reads `opmodel.slo.alerts.whenResolved`. */
function tellsWhenResolved(config: RootConfigService): boolean {
  return config.getOptionalBoolean('opmodel.slo.alerts.whenResolved') ?? true;
}
