import type {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type {
  DebtSuggestionSource,
  FactProvider,
  OnCallProvider,
  SliSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { Acceptances } from './acceptances/Acceptances';
import type { ApproverDirectory } from './acceptances/ApproverDirectory';
import type { ImmediateNotices } from './attention/ImmediateNotices';
import type { readCalendar } from './calendarConfig';
import type { CatalogStore } from './catalog/CatalogStore';
import type { VisibilityResolver } from './catalog/VisibilityResolver';
import type { CollectionProgress } from './collect/CollectionReader';
import { createDebtEvidenceSources } from './createDebtEvidenceSources';
import { createDebtLinkTargets } from './createDebtLinkTargets';
import { createDebtSources } from './createDebtSources';
import {
  createDecisionsSubject,
  decisionsSubjectId,
} from './decisions/decisionsSubject';
import { DatabaseDecisionStore } from './decisions/log/DatabaseDecisionStore';
import type { OperatingDocuments } from './decisions/OperatingDocuments';
import { DatabaseCorrectionStore } from './dora/corrections/DatabaseCorrectionStore';
import { DatabaseDeliveryStore } from './dora/DatabaseDeliveryStore';
import { DatabaseDoraStore } from './dora/DatabaseDoraStore';
import { DatabaseOutcomeStore } from './dora/DatabaseOutcomeStore';
import { DatabaseScopeDayStore } from './dora/DatabaseScopeDayStore';
import { DatabaseDisputeStore } from './dora/disputes/DatabaseDisputeStore';
import { DeliveryHistory } from './dora/DeliveryHistory';
import {
  createDoraSubject,
  doraOverview,
  doraSubjectId,
} from './dora/doraSubject';
import { DatabaseFlowAttentionStore } from './flow/attention/DatabaseFlowAttentionStore';
import { DatabaseFlowCalculationStore } from './flow/DatabaseFlowCalculationStore';
import { DatabaseFlowScopeDayStore } from './flow/DatabaseFlowScopeDayStore';
import { DatabaseFlowStore } from './flow/DatabaseFlowStore';
import { createFlowCapacity } from './flow/FlowCapacity';
import {
  createFlowSubject,
  flowOverview,
  flowSubjectId,
} from './flow/flowSubject';
import { DatabaseForecastStore } from './flow/forecasts/DatabaseForecastStore';
import type { RecalculationStore } from './intake/RecalculationStore';
import type { FigureListener } from './lib/FigureListener';
import { DatabaseAssessmentStore } from './ownership/DatabaseAssessmentStore';
import { DatabaseOwnershipStore } from './ownership/DatabaseOwnershipStore';
import { createMapPart } from './ownership/map/createMapPart';
import { DatabaseMapStore } from './ownership/map/DatabaseMapStore';
import { DatabaseTeamLoadStore } from './ownership/map/DatabaseTeamLoadStore';
import { CatalogOnCallReader } from './ownership/onCall/CatalogOnCallReader';
import { createOnCallPart } from './ownership/onCall/createOnCallPart';
import { DatabaseOnCallStore } from './ownership/onCall/DatabaseOnCallStore';
import {
  createOwnershipSubject,
  ownershipOverview,
  ownershipSubjectId,
} from './ownership/ownershipSubject';
import { createPlansPart } from './ownership/plans/createPlansPart';
import { DatabasePlanStore } from './ownership/plans/DatabasePlanStore';
import { CatalogRepositoryOwnershipReader } from './ownership/repositories/CatalogRepositoryOwnershipReader';
import { DatabaseRepositoryOwnershipStore } from './ownership/repositories/DatabaseRepositoryOwnershipStore';
import { createSuccessionPart } from './ownership/succession/createSuccessionPart';
import { createReviewsPart } from './ownership/reviews/createReviewsPart';
import { DatabaseReviewStore } from './ownership/reviews/DatabaseReviewStore';
import { ReviewDescriber } from './ownership/reviews/ReviewDescriber';
import { createDefinitionsPart } from './scorecards/definitions/createDefinitionsPart';
import { AttestedFacts } from './scorecards/attestations/AttestedFacts';
import { readAttestationKinds } from './scorecards/attestations/attestationSettings';
import { createAttestationsPart } from './scorecards/attestations/createAttestationsPart';
import { DatabaseAttestationStore } from './scorecards/attestations/DatabaseAttestationStore';
import { createCampaignsPart } from './scorecards/campaigns/createCampaignsPart';
import { DatabaseCampaignPairStore } from './scorecards/campaigns/DatabaseCampaignPairStore';
import { DatabaseCampaignStore } from './scorecards/campaigns/DatabaseCampaignStore';
import { DatabaseScorecardStore } from './scorecards/definitions/DatabaseScorecardStore';
import { DatabaseScorecardDraftStore } from './scorecards/drafts/DatabaseScorecardDraftStore';
import {
  createEvaluationPart,
  createEvaluator,
} from './scorecards/evaluation/createEvaluationPart';
import { DatabaseResultStore } from './scorecards/evaluation/DatabaseResultStore';
import { createExemptionsPart } from './scorecards/exemptions/createExemptionsPart';
import { createFactProviders } from './scorecards/facts/createFactProviders';
import { createFactsPart } from './scorecards/facts/createFactsPart';
import { DatabaseFactStore } from './scorecards/facts/DatabaseFactStore';
import type { TellingSubject } from './scorecards/facts/FollowedFigures';
import { NewFigures } from './scorecards/facts/NewFigures';
import { createPreviewPart } from './scorecards/preview/createPreviewPart';
import { createReadingPart } from './scorecards/reading/createReadingPart';
import { DatabaseScorecardReadStore } from './scorecards/reading/DatabaseScorecardReadStore';
import { DatabaseStandingStore } from './scorecards/reading/DatabaseStandingStore';
import { createStartingPart } from './scorecards/starting/createStartingPart';
import { DatabaseScorecardCoverage } from './scorecards/DatabaseScorecardCoverage';
import {
  createScorecardsSubject,
  scorecardsOverview,
  scorecardsSubjectId,
} from './scorecards/scorecardsSubject';
import { DatabaseSloAlertStore } from './slo/alerts/DatabaseSloAlertStore';
import { DatabaseSloFindingStore } from './slo/alerts/DatabaseSloFindingStore';
import { DatabaseSloCorrectionStore } from './slo/corrections/DatabaseSloCorrectionStore';
import { createBudgetConsequences } from './slo/createBudgetConsequences';
import { DatabaseSloStore } from './slo/DatabaseSloStore';
import { DatabaseReleaseGateStore } from './slo/gate/DatabaseReleaseGateStore';
import { createOutcomeListener } from './slo/ownData/createOutcomeListener';
import { createOwnDataPart } from './slo/ownData/createOwnDataPart';
import { OwnDataSource } from './slo/ownData/OwnDataSource';
import { DatabaseSloPolicyStore } from './slo/policies/DatabaseSloPolicyStore';
import { createPushPart } from './slo/push/createPushPart';
import { DatabasePushedBucketStore } from './slo/push/DatabasePushedBucketStore';
import { PushSource } from './slo/push/PushSource';
import { createReading } from './slo/reading/createReading';
import { DatabaseSloReadStore } from './slo/reading/DatabaseSloReadStore';
import { createSloSubject, sloOverview, sloSubjectId } from './slo/sloSubject';
import { isSubjectEnabled, type Subject } from './subjects';
import { createTechDebt } from './techDebt/createTechDebt';
import { techDebtSubjectId } from './techDebt/techDebtSubject';
import type { EngineTelemetry } from './telemetry/EngineTelemetry';

/** What the subjects stand on. */
export interface SubjectGround {
  knex: Awaited<ReturnType<DatabaseService['getClient']>>;
  acceptances: Acceptances;
  /** Knows whom the decision rights name. */
  approvers: ApproverDirectory;
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  calendar: ReturnType<typeof readCalendar>;
  catalog: CatalogStore;
  /** How far the collectors have come. */
  collection: CollectionProgress;
  config: RootConfigService;
  /** What finds debt, of modules. */
  debtSuggestionSources: readonly DebtSuggestionSource[];
  /** How the organisation decides and escalates. */
  documents: OperatingDocuments;
  /** Who tells facts, of modules. */
  factProviders: readonly FactProvider[];
  httpAuth: HttpAuthService;
  logger: LoggerService;
  /** What somebody is to be told at once. */
  notices: ImmediateNotices;
  /** The on-call systems that modules ask. */
  onCallProviders: readonly OnCallProvider[];
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  recalculations: RecalculationStore;
  scheduler: SchedulerService;
  /** What measures service levels, of modules. */
  sliSources: readonly SliSource[];
  telemetry: EngineTelemetry;
  userInfo: UserInfoService;
  visibility: VisibilityResolver;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** The subjects whose numbers are made of events: intake asks them to recalculate. */
export const recalculatedSubjectIds = [doraSubjectId, flowSubjectId];

/** The subjects that there are, switched on or off. */
export const everySubjectId = [
  ...recalculatedSubjectIds,
  ownershipSubjectId,
  decisionsSubjectId,
  sloSubjectId,
  scorecardsSubjectId,
  techDebtSubjectId,
];

/** What other subjects may know of deliveries. */
function createDeliveryHistory({
  knex,
  ...ground
}: Pick<SubjectGround, 'knex' | 'config' | 'calendar'>): DeliveryHistory {
  return new DeliveryHistory({
    ...ground,
    store: new DatabaseDoraStore(knex),
    outcomes: new DatabaseOutcomeStore(knex),
  });
}

/** What subjects tell, for scorecards to judge. */
interface ToldBySubjects {
  subjects: readonly TellingSubject[];
  /** Of which entities their figures are new. */
  figures: NewFigures;
}

/**
 * How each subject is put together.
 *
 * `onFigures`: is told of entities of which it computed figures anew. `told`: what the subjects before it tell.
 */
const create: Record<
  string,
  (
    ground: SubjectGround & { onFigures?: FigureListener },
    told: ToldBySubjects,
  ) => Subject
> = {
  [doraSubjectId]: ({ knex, telemetry, ...ground }) =>
    createDoraSubject({
      ...ground,
      store: new DatabaseDoraStore(knex),
      delivery: new DatabaseDeliveryStore(knex),
      scopeDays: new DatabaseScopeDayStore(knex),
      corrections: new DatabaseCorrectionStore(knex, recalculatedSubjectIds),
      disputes: new DatabaseDisputeStore(knex),
      measure: telemetry.measureRecalculationsOf(doraSubjectId),
      listeners: isSubjectEnabled(ground.config, sloSubjectId)
        ? [
            createOutcomeListener({
              ...ground,
              knex,
              delivery: createDeliveryHistory({ ...ground, knex }),
              zone: ground.calendar.zone,
            }),
          ]
        : [],
    }),
  [flowSubjectId]: ({ knex, telemetry, ...ground }) =>
    createFlowSubject({
      ...ground,
      store: new DatabaseFlowStore(knex),
      attentionStore: new DatabaseFlowAttentionStore(knex),
      calculations: new DatabaseFlowCalculationStore(knex),
      scopeDays: new DatabaseFlowScopeDayStore(knex),
      forecasts: new DatabaseForecastStore(knex),
      measure: telemetry.measureRecalculationsOf(flowSubjectId),
    }),
  [ownershipSubjectId]: ({ knex, ...ground }) => {
    const assessments = new DatabaseAssessmentStore(knex);
    const { documents } = ground;
    const delivered = {
      loads: new DatabaseTeamLoadStore(knex),
      deliverySubjectId: doraSubjectId,
    };
    const repositories = new DatabaseRepositoryOwnershipStore(knex);
    const onCallSystems = {
      providers: ground.onCallProviders,
      store: new DatabaseOnCallStore(knex),
    };
    const onCall = new CatalogOnCallReader({ ...ground, ...onCallSystems });
    const reviews = {
      store: new DatabaseReviewStore(knex),
      acceptances: ground.acceptances,
    };
    const describer = new ReviewDescriber({
      ...ground,
      ...reviews,
      zone: ground.calendar.zone,
    });
    return createOwnershipSubject({
      ...ground,
      ...delivered,
      store: new DatabaseOwnershipStore(knex),
      assessments,
      escalations: documents,
      reviews: describer,
      onCall,
      repositories: new CatalogRepositoryOwnershipReader({
        ...ground,
        store: repositories,
      }),
      parts: [
        createReviewsPart({ ...reviews, describer }),
        createMapPart({
          ...delivered,
          store: new DatabaseMapStore(knex),
          assessments,
        }),
        createSuccessionPart({ contributors: repositories, onCall }),
        createOnCallPart(onCallSystems),
        createPlansPart({
          store: new DatabasePlanStore(knex),
          assessments,
          documents,
        }),
      ],
    });
  },
  [decisionsSubjectId]: ({ knex, ...ground }) =>
    createDecisionsSubject({
      ...ground,
      store: new DatabaseDecisionStore(knex),
    }),
  [sloSubjectId]: ({ knex, ...ground }) => {
    const store = new DatabaseSloStore(knex);
    const pushed = new DatabasePushedBucketStore(knex);
    const delivery = isSubjectEnabled(ground.config, doraSubjectId)
      ? createDeliveryHistory({ ...ground, knex })
      : undefined;
    const consequences = createBudgetConsequences({
      ...ground,
      slos: store,
      alerts: new DatabaseSloAlertStore(knex),
      findings: new DatabaseSloFindingStore(knex),
      corrections: new DatabaseSloCorrectionStore(knex),
      policies: new DatabaseSloPolicyStore(knex),
      gate: new DatabaseReleaseGateStore(knex),
      delivery,
    });
    return createSloSubject({
      ...ground,
      store,
      sources: [
        ...ground.sliSources,
        new PushSource({ store: pushed }),
        ...(delivery
          ? [new OwnDataSource({ delivery, zone: ground.calendar.zone })]
          : []),
      ],
      corrections: consequences.corrections,
      parts: [
        createPushPart({ pushed }),
        ...(delivery ? [createOwnDataPart({ delivery })] : []),
        ...consequences.parts,
        createReading({
          reads: new DatabaseSloReadStore(knex),
          delivery,
          surroundings: consequences.surroundings,
        }),
      ],
    });
  },
  [techDebtSubjectId]: ground => {
    const { sources, subjectOff } = createDebtSources(ground);
    return createTechDebt({
      ...ground,
      debtSources: {
        sources: [...sources, ...ground.debtSuggestionSources],
        subjectOff,
      },
      flowCapacity: isSubjectEnabled(ground.config, flowSubjectId)
        ? createFlowCapacity({
            ...ground,
            store: new DatabaseFlowStore(ground.knex),
          })
        : undefined,
      evidenceSources: createDebtEvidenceSources(ground),
      linkTargets: createDebtLinkTargets(ground),
    });
  },
  [scorecardsSubjectId]: ({ knex, ...ground }, { subjects, figures }) => {
    const attestations = {
      kinds: readAttestationKinds(ground.config),
      store: new DatabaseAttestationStore(knex),
    };
    const attested = new AttestedFacts({ ...ground, ...attestations });
    const scored = {
      ...ground,
      facts: new DatabaseFactStore(knex),
      results: new DatabaseResultStore(knex),
      scorecards: new DatabaseScorecardStore(knex),
      providers: createFactProviders({
        ...ground,
        asked: [
          ...subjects.flatMap(({ providers }) => providers),
          ...attested.providers,
          ...ground.factProviders,
        ],
      }),
    };
    const evaluator = createEvaluator(scored);
    const afterFacts = async (signal?: AbortSignal) => {
      await evaluator.workOff(signal);
    };
    return createScorecardsSubject({
      ...scored,
      coverage: new DatabaseScorecardCoverage(knex),
      parts: [
        createFactsPart({ afterFacts, subjects, figures }),
        createDefinitionsPart({
          drafts: new DatabaseScorecardDraftStore(knex),
        }),
        createEvaluationPart({ evaluator }),
        createPreviewPart(),
        createReadingPart({
          reads: new DatabaseScorecardReadStore(knex),
          standings: new DatabaseStandingStore(knex),
          evaluator,
        }),
        createStartingPart(),
        createAttestationsPart({ ...attestations, attested, afterFacts }),
        createExemptionsPart(),
        createCampaignsPart({
          store: new DatabaseCampaignStore(knex),
          pairs: new DatabaseCampaignPairStore(knex),
        }),
      ],
    });
  },
};

/** What the home page says of each subject, switched on or off. */
export const subjectOverviews = [
  doraOverview,
  flowOverview,
  ownershipOverview,
  sloOverview,
  scorecardsOverview,
];

/** Puts the subjects of these ids together, those that judge by the facts of others last. */
export function createSubjects(
  ids: readonly string[],
  ground: SubjectGround,
): Subject[] {
  const isLast = (id: string) => id === scorecardsSubjectId;
  const last = ids.filter(isLast);
  const figures = new NewFigures();
  // Where nobody follows them, they are not remembered either.
  const onFiguresOf = (id: string) =>
    last.length > 0 ? figures.listenerOf(id) : undefined;
  const others = ids
    .filter(id => !isLast(id))
    .map(id =>
      create[id](
        { ...ground, onFigures: onFiguresOf(id) },
        { subjects: [], figures },
      ),
    );
  const subjects = others.map(({ id, factProviders = [] }) => ({
    id,
    providers: factProviders,
  }));
  return [
    ...others,
    ...last.map(id => create[id](ground, { subjects, figures })),
  ];
}
