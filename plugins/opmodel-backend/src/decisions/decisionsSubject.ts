import type {
  AuditorService,
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  opmodelDecisionReadPermission,
  opmodelDecisionWritePermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import { organisationScope } from '../catalog/scopesOf';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { Subject } from '../subjects';
import { AuthorizedOperatingService } from './AuthorizedOperatingService';
import { registerDecisionActions } from './decisionActions';
import { addDecisionRoutes } from './decisionRouter';
import { EscalationReader } from './EscalationReader';
import { AuthorizedDecisionService } from './log/AuthorizedDecisionService';
import { DecisionAttention } from './log/DecisionAttention';
import { DecisionDescriber } from './log/DecisionDescriber';
import { DecisionService } from './log/DecisionService';
import type { DecisionStore } from './log/DecisionStore';
import { NamedEntities } from './NamedEntities';
import type { OperatingDocuments } from './OperatingDocuments';
import { OwnerChain } from './OwnerChain';
import { RightsReader } from './RightsReader';

/** Id of the subject in configuration and paths. */
export const decisionsSubjectId = 'decisions';

/** What the decisions subject stands on. */
export interface DecisionsSubjectOptions {
  store: DecisionStore;
  documents: OperatingDocuments;
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  calendar: ConfiguredCalendar;
  catalog: CatalogStore;
  httpAuth: HttpAuthService;
  visibility: VisibilityResolver;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Puts the decisions subject together: rights, forums, escalation paths and the decision log. */
export function createDecisionsSubject(
  options: DecisionsSubjectOptions,
): Subject {
  const { catalog, httpAuth, actionsRegistry } = options;
  const { zone } = options.calendar;
  const ground = {
    ...options,
    zone,
    names: new NamedEntities({ catalog }),
    owners: new OwnerChain({ catalog }),
  };
  const describer = new DecisionDescriber(ground);
  const service = new DecisionService({ ...ground, describer });
  const operating = new AuthorizedOperatingService({
    ...options,
    escalations: new EscalationReader(ground),
    rights: new RightsReader(ground),
    decisions: service,
  });
  const decisions = new AuthorizedDecisionService({ ...options, service });
  const attention = new DecisionAttention(ground);
  return {
    id: decisionsSubjectId,
    readPermission: opmodelDecisionReadPermission,
    permissions: [
      opmodelDecisionReadPermission,
      opmodelDecisionWritePermission,
    ],
    addRoutes: router =>
      addDecisionRoutes(router, { operating, decisions, httpAuth }),
    registerActions: () =>
      registerDecisionActions({ actionsRegistry, operating, decisions }),
    listAttention: (visibility, owners) => attention.list(visibility, owners),
    async countCoverage(visibility) {
      const [reporting, applicable] = await Promise.all([
        options.store.countEntities('component', visibility),
        catalog.countScope(
          { scopeRef: organisationScope, kinds: ['component'] },
          visibility,
        ),
      ]);
      return { reporting, applicable };
    },
    tasks: [],
  };
}
