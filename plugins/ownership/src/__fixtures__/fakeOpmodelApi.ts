import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import {
  buildDecisionRights,
  buildEscalation,
  buildOwnershipExplanation,
  buildOwnershipPage,
  buildOwnershipReport,
  buildOwnershipSummary,
  buildReviewEvents,
} from './ownershipReport';

const answers: Partial<OpmodelApi> = {
  getEntityOwnership: async () => buildOwnershipReport(),
  explainEntityOwnership: async () => buildOwnershipExplanation(),
  getEntityEscalation: async () => buildEscalation(),
  listEntityDecisionRights: async () => buildDecisionRights(),
  listEntityOwnershipReviews: async () => buildReviewEvents(),
  listOwnership: async () => buildOwnershipPage(),
  getOwnershipSummary: async () => buildOwnershipSummary(),
  explainOwnershipSummary: async () => buildOwnershipExplanation(),
};

/** The API with the answers of a component that is owned, but not well; what a test is about is overridden, anything else is refused. */
export function createFakeOpmodelApi(
  overrides: Partial<OpmodelApi> = {},
): OpmodelApi {
  return new Proxy({ ...answers, ...overrides } as OpmodelApi, {
    get(target, name) {
      return (
        Reflect.get(target, name) ??
        (() => Promise.reject(new Error(`Unexpected call of ${String(name)}`)))
      );
    },
  });
}
