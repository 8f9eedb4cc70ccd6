/**
 * The vocabulary of Opmodel: types, permissions, pure calculations and the typed API client.
 *
 * @packageDocumentation
 */
export * from './intake/observation';
export * from './intake/record';
export * from './intake/foldObservations';
export * from './intake/findOvertakenObservations';
export * from './intake/classifyEnvironment';
export * from './intake/outcome';
export * from './permissions';
export * from './client/RequestOptions';
export * from './client/DoraInsightApi';
export * from './client/FlowApi';
export * from './client/OwnershipApi';
export * from './client/AcceptanceApi';
export * from './client/DecisionApi';
export * from './client/OpmodelApi';
export * from './client/OpmodelClient';
export * from './catalog/repositoryUrl';
export * from './calendar/days';
export * from './calendar/plausibleDay';
export * from './calendar/reportWindow';
export * from './statistics/BinCounts';
export * from './statistics/logBins';
export * from './statistics/quantile';
export type {
  BenchmarkBand,
  BenchmarkEdition,
  BenchmarkMetricId,
  BenchmarkTier,
} from './dora/benchmark/bands';
export * from './dora/benchmark/benchmarkEditions';
export * from './dora/benchmark/benchmarkOf';
export * from './dora/benchmark/gradeMetric';
export * from './dora/benchmark/quickCheck';
export * from './dora/classifyDeployments';
export * from './dora/compareWindows';
export * from './dora/computeChangeLeadTime';
export * from './dora/computeDelivery';
export * from './dora/computeDeploymentFrequency';
export * from './dora/countDeliveryDays';
export * from './dora/deploymentDays';
export * from './dora/doraProfile';
export * from './dora/middleOf';
export * from './dora/printFigures';
export * from './dora/printMetric';
export * from './dora/profiles/describeProfile';
export * from './dora/profiles/devlake';
export * from './dora/profiles/dora2026';
export * from './dora/profiles/doraProfiles';
export * from './dora/profiles/fourKeys';
export * from './dora/profiles/gitlab';
export * from './dora/quality/checkQuality';
export * from './dora/quality/figuresOfCounts';
export * from './dora/quality/qualityChecks';
export * from './dora/facts';
export * from './dora/failure';
export * from './flow/flowFacts';
export * from './flow/flowDefinition';
export * from './flow/flowItem';
export * from './flow/computeFlowItem';
export * from './flow/itemPhases';
export * from './flow/countFlowDays';
export * from './flow/computeWip';
export * from './flow/serviceLevelExpectation';
export * from './flow/flowRatio';
export * from './flow/computeEfficiency';
export * from './flow/computeEscapedDefects';
export * from './flow/DayTally';
export * from './flow/littlesLaw';
export * from './flow/cumulativeFlow';
export * from './flow/capacityAgreement';
export * from './flow/computeAllocation';
export * from './flow/planningPeriods';
export * from './flow/computePredictability';
export * from './flow/seededRandom';
export * from './flow/forecast';
export * from './flow/scoreForecasts';
export * from './flow/forecastBackTest';
export * from './flow/backTestForecasts';
export * from './flow/computeBuildRun';
export * from './flow/computeBuilds';
export * from './flow/countBuildDays';
export * from './flow/checkFlowQuality';
export * from './acceptance/acceptanceDates';
export * from './acceptance/acceptanceStates';
export * from './acceptance/agreement';
export * from './acceptance/whoDecides';
export * from './operatingModel/completeRef';
export * from './operatingModel/findDecisionRights';
export * from './operatingModel/findEscalation';
export * from './operatingModel/operatingDocuments';
export * from './operatingModel/operatingRelations';
export * from './operatingModel/readContacts';
export * from './operatingModel/readOperatingDocuments';
export * from './operatingModel/readTeamApi';
export * from './ownership/assessOwnership';
export * from './ownership/computeCoverage';
export * from './ownership/OrganisationTree';
export * from './ownership/organisationModel';
export * from './ownership/ModelledOrganisation';
export * from './ownership/readPlanChanges';
export * from './ownership/applyPlan';
export * from './ownership/compareOrganisations';
export * from './ownership/ownershipDefinition';
export * from './ownership/ownershipFacts';
