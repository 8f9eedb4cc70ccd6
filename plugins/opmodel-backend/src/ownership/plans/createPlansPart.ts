import type { AssessmentStore } from '../AssessmentStore';
import type { CreateOwnershipPart } from '../OwnershipPart';
import { AuthorizedPlanService } from './AuthorizedPlanService';
import {
  noOperatingDocuments,
  type OperatingDocumentsReader,
  OrganisationModelReader,
} from './OrganisationModelReader';
import { addPlanRoutes } from './planRouter';
import { PlanService } from './PlanService';
import type { PlanStore } from './PlanStore';
import { WhatIfService } from './WhatIfService';

/** Puts what-if and plans together. */
export function createPlansPart(options: {
  store: PlanStore;
  assessments: Pick<AssessmentStore, 'listConfirmations'>;
  /** Absent: nobody writes how the organisation decides and escalates. */
  documents?: OperatingDocumentsReader;
}): CreateOwnershipPart {
  const { store, assessments, documents } = options;
  return ground => {
    const { calendar, catalog, clock, definition, httpAuth } = ground;
    const common = { catalog, clock, definition, zone: calendar.zone };
    const whatIf = new WhatIfService({
      ...common,
      models: new OrganisationModelReader({
        ...common,
        confirmations: assessments,
        documents: documents ?? noOperatingDocuments,
      }),
    });
    const service = new PlanService({ ...common, store, whatIf });
    const plans = new AuthorizedPlanService({
      ...ground,
      plans: service,
      whatIf,
    });
    return {
      addRoutes: router => addPlanRoutes(router, { plans, httpAuth }),
      tasks: [
        {
          id: 'opmodel-ownership-plans',
          runner: ground.scheduler.createScheduledTaskRunner({
            scope: 'global',
            frequency: { hours: 1 },
            timeout: { minutes: 5 },
          }),
          run: () => service.deleteExpired(),
        },
      ],
    };
  };
}
