import type { OnCallProvider } from '@opmodel/backstage-plugin-opmodel-node';
import type { CreateOwnershipPart } from '../OwnershipPart';
import { OnCallRefresher } from './OnCallRefresher';
import type { OnCallStore } from './OnCallStore';

/** Puts together what asks on-call systems. Without any, nobody is asked. */
export function createOnCallPart(options: {
  providers: readonly OnCallProvider[];
  store: OnCallStore;
}): CreateOwnershipPart {
  return ({ catalog, clock, scheduler }) => {
    const refresher = new OnCallRefresher({ ...options, catalog, clock });
    return {
      addRoutes() {},
      tasks:
        options.providers.length === 0
          ? []
          : [
              {
                id: 'opmodel-ownership-on-call',
                runner: scheduler.createScheduledTaskRunner({
                  scope: 'global',
                  frequency: { minutes: 1 },
                  timeout: { minutes: 4 },
                }),
                run: signal => refresher.refresh(signal),
              },
            ],
    };
  };
}
