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
export * from './client/OpmodelApi';
export * from './client/OpmodelClient';
export * from './catalog/repositoryUrl';
export * from './calendar/days';
export * from './calendar/reportWindow';
export * from './statistics/BinCounts';
export * from './statistics/logBins';
export * from './statistics/quantile';
export * from './dora/classifyDeployments';
export * from './dora/compareWindows';
export * from './dora/computeChangeLeadTime';
export * from './dora/computeDelivery';
export * from './dora/computeDeploymentFrequency';
export * from './dora/countDeliveryDays';
export * from './dora/doraProfile';
export * from './dora/profiles/devlake';
export * from './dora/profiles/dora2026';
export * from './dora/profiles/doraProfiles';
export * from './dora/profiles/fourKeys';
export * from './dora/profiles/gitlab';
export * from './dora/facts';
export * from './dora/failure';
export * from './flow/flowFacts';
export * from './flow/flowDefinition';
export * from './flow/flowItem';
export * from './flow/computeFlowItem';
export * from './flow/countFlowDays';
export * from './flow/computeWip';
export * from './flow/serviceLevelExpectation';
export * from './flow/flowRatio';
export * from './flow/computeEfficiency';
export * from './flow/computeEscapedDefects';
