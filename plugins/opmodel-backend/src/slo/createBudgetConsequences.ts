import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Acceptances } from '../acceptances/Acceptances';
import type { ApproverDirectory } from '../acceptances/ApproverDirectory';
import type { ImmediateNotices } from '../attention/ImmediateNotices';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { DeliveryHistory } from '../dora/DeliveryHistory';
import { AlertReader } from './alerts/AlertReader';
import { createAlerts } from './alerts/createAlerts';
import type { SloAlertStore } from './alerts/SloAlertStore';
import type { SloFindingStore } from './alerts/SloFindingStore';
import { AuthorizedSloCorrectionService } from './corrections/AuthorizedSloCorrectionService';
import { addCorrectionRoutes } from './corrections/correctionRouter';
import { SloCorrectionService } from './corrections/SloCorrectionService';
import type { SloCorrectionStore } from './corrections/SloCorrectionStore';
import type { SloCorrections } from './evaluation/SloCorrections';
import { AuthorizedReleaseGateService } from './gate/AuthorizedReleaseGateService';
import { GateAttention } from './gate/GateAttention';
import { addGateRoutes } from './gate/gateRouter';
import { ReleaseGateService } from './gate/ReleaseGateService';
import type { ReleaseGateStore } from './gate/ReleaseGateStore';
import { ReleaseOutcomes } from './gate/ReleaseOutcomes';
import { ShadowReporter } from './gate/ShadowReporter';
import { AgreementReader } from './policies/AgreementReader';
import { AppliedPolicyReader } from './policies/AppliedPolicyReader';
import { AuthorizedPolicyService } from './policies/AuthorizedPolicyService';
import { PolicyDocuments } from './policies/PolicyDocuments';
import { PolicyEvaluator } from './policies/PolicyEvaluator';
import { PolicyExceptions } from './policies/PolicyExceptions';
import { PolicyReader } from './policies/PolicyReader';
import { addPolicyRoutes } from './policies/policyRouter';
import type { SloPolicyStore } from './policies/SloPolicyStore';
import type { SloSurroundings } from './reading/SloSurroundings';
import type { CreateSloPart } from './SloPart';
import type { SloStore } from './SloStore';

/** What follows from budgets stands on this. */
export interface BudgetConsequencesOptions {
  slos: SloStore;
  alerts: SloAlertStore;
  findings: SloFindingStore;
  corrections: SloCorrectionStore;
  policies: SloPolicyStore;
  gate: ReleaseGateStore;
  notices: ImmediateNotices;
  acceptances: Acceptances;
  approvers: ApproverDirectory;
  auditor: AuditorService;
  auth: AuthService;
  calendar: ConfiguredCalendar;
  catalog: CatalogStore;
  /** Absent: deliveries are no subject here. */
  delivery?: Pick<DeliveryHistory, 'list'>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  visibility: VisibilityResolver;
  clock: () => number;
}

/** Puts together what follows from budgets: alerts, policies, the release gate, and what is left out. */
export function createBudgetConsequences(options: BudgetConsequencesOptions): {
  parts: CreateSloPart[];
  surroundings: Required<SloSurroundings>;
  corrections: SloCorrections;
} {
  const { slos, calendar, catalog, clock, httpAuth } = options;
  const { zone } = calendar;
  const documents = new PolicyDocuments({ catalog });
  const exceptions = new PolicyExceptions({
    ...options,
    store: options.policies,
    zone,
  });
  const outcomes = new ReleaseOutcomes({ ...options, zone });
  const reader = new PolicyReader({
    documents,
    store: options.policies,
    exceptions,
    shadow: new ShadowReporter({ store: options.gate, outcomes }),
    catalog,
    zone,
  });
  const policies = new AuthorizedPolicyService({
    ...options,
    reader,
    exceptions,
  });
  const gate = new AuthorizedReleaseGateService({
    ...options,
    service: new ReleaseGateService({
      ...options,
      store: options.gate,
      documents,
      exceptions,
      outcomes,
      zone,
    }),
  });
  const corrections = new SloCorrectionService({
    ...options,
    ...slos,
    store: options.corrections,
  });
  const authorizedCorrections = new AuthorizedSloCorrectionService({
    ...options,
    service: corrections,
  });
  const evaluator = new PolicyEvaluator({ documents, store: options.policies });
  const attention = new GateAttention({ store: options.gate, catalog, clock });
  return {
    corrections,
    surroundings: {
      alerts: new AlertReader({ store: options.alerts }),
      policies: new AppliedPolicyReader({
        documents,
        store: options.policies,
        exceptions,
        catalog,
        agreements: new AgreementReader({
          documents,
          definitions: slos.definitions,
          catalog,
        }),
      }),
      gate,
    },
    parts: [
      createAlerts(options),
      () => ({
        addRoutes(router) {
          addPolicyRoutes(router, { policies, httpAuth, calendar, clock });
          addGateRoutes(router, { gate, httpAuth });
          addCorrectionRoutes(router, {
            corrections: authorizedCorrections,
            httpAuth,
          });
        },
        onEvaluated: evaluator.evaluate,
        onScanned: () => options.policies.endOfRemoved({ now: clock() }),
        listAttention: (visibility, owners) =>
          attention.list(visibility, owners),
        retentionRules: [
          {
            id: 'release-gate-decisions',
            title: 'Answers of the release gate',
            defaultKeepDays: 400,
            minimumKeepDays: 30,
            deleteBatch: ({ before, limit }) =>
              options.gate.deleteBefore(before, limit),
          },
          {
            id: 'slo-consequences',
            title: 'Consequences of error budget policies that have ended',
            defaultKeepDays: null,
            minimumKeepDays: 366,
            deleteBatch: ({ before, limit }) =>
              options.policies.deleteEndedBefore(before, limit),
          },
        ],
      }),
    ],
  };
}
