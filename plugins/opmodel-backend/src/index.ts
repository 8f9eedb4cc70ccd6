/**
 * The engine of Opmodel: catalog snapshot, intake, stores, calculations and HTTP API.
 *
 * @packageDocumentation
 */
export { opmodelPlugin as default } from './plugin';
export {
  createScorecardConditionalDecision,
  scorecardConditions,
} from './scorecards/drafts/scorecardPermissionRules';
export {
  createDebtItemConditionalDecision,
  debtItemConditions,
} from './techDebt/items/debtPermissionRules';
