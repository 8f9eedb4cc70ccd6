import { acceptanceCalls } from './acceptanceCalls';
import { debtAcceptanceCalls } from './debtAcceptanceCalls';
import { debtCapacityCalls } from './debtCapacityCalls';
import { debtDocumentCalls } from './debtDocumentCalls';
import { debtExchangeCalls } from './debtExchangeCalls';
import { debtPlacesCalls } from './debtPlacesCalls';
import { debtReportCalls } from './debtReportCalls';
import { debtSuggestionCalls } from './debtSuggestionCalls';
import { decisionCalls } from './decisionCalls';
import { doraInsightCalls } from './doraInsightCalls';
import { doraReportCalls } from './doraReportCalls';
import { EngineRequests, type EngineAccess } from './EngineRequests';
import { flowCalls } from './flowCalls';
import { operatingCalls } from './operatingCalls';
import { ownershipCalls } from './ownershipCalls';
import { campaignCalls } from './campaignCalls';
import { scorecardCalls } from './scorecardCalls';
import { scorecardDefinitionCalls } from './scorecardDefinitionCalls';
import { sloCalls } from './sloCalls';
import { techDebtCalls } from './techDebtCalls';
import type { OpmodelApi } from './OpmodelApi';

// The calls of each part of the API are given to the instance by the constructor; this tells the compiler that they are there.
export interface OpmodelClient extends OpmodelApi {}

/** The API behind `fetch`; it works in browsers and in Node. */
export class OpmodelClient {
  constructor(options: EngineAccess) {
    const engine = new EngineRequests(options);
    const calls: OpmodelApi = {
      ...doraReportCalls(engine),
      ...doraInsightCalls(engine),
      ...flowCalls(engine),
      ...operatingCalls(engine),
      ...ownershipCalls(engine),
      ...acceptanceCalls(engine),
      ...decisionCalls(engine),
      ...sloCalls(engine),
      ...scorecardCalls(engine),
      ...scorecardDefinitionCalls(engine),
      ...campaignCalls(engine),
      ...techDebtCalls(engine),
      ...debtCapacityCalls(engine),
      ...debtDocumentCalls(engine),
      ...debtExchangeCalls(engine),
      ...debtPlacesCalls(engine),
      ...debtReportCalls(engine),
      ...debtAcceptanceCalls(engine),
      ...debtSuggestionCalls(engine),
    };
    Object.assign(this, calls);
  }
}
