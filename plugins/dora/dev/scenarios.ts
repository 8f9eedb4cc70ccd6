import { NotAllowedError } from '@backstage/errors';
import type {
  DoraReport,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  buildDoraReport,
  buildEmptyReport,
  buildRollUpReport,
  buildThinReport,
  buildDeploymentPage,
  buildExplanation,
} from '../src/__fixtures__';
import { createFakeOpmodelApi } from '../src/__fixtures__';

/** What the fixtures answer: `?state=…` in the URL of the development app. */
export const SCENARIOS = [
  'data',
  'thin',
  'empty',
  'environment',
  'loading',
  'error',
  'forbidden',
  'stale',
] as const;

type Scenario = (typeof SCENARIOS)[number];

const forever = () => new Promise<never>(() => {});

function scenario(): Scenario {
  const asked = new URLSearchParams(window.location.search).get('state');
  return SCENARIOS.find(name => name === asked) ?? 'data';
}

function reportOf(entityRef: string): DoraReport {
  const report = entityRef.startsWith('component:')
    ? buildDoraReport()
    : buildRollUpReport();
  switch (scenario()) {
    case 'thin':
      return buildThinReport();
    case 'empty':
      return buildEmptyReport();
    case 'environment':
      return {
        ...buildEmptyReport(),
        nextSteps: [
          {
            id: 'report-environment',
            entityRef,
            values: { deployments: 39 },
          },
        ],
      };
    default:
      return report;
  }
}

/** An API that answers from fixtures, as the URL asks. */
export function createScenarioApi(): OpmodelApi {
  let calls = 0;
  return createFakeOpmodelApi({
    getEntityDora: async entityRef => {
      calls += 1;
      switch (scenario()) {
        case 'loading':
          return forever();
        case 'error':
          throw new Error('The engine answered 503: its database is starting');
        case 'forbidden':
          throw new NotAllowedError('Unauthorized');
        case 'stale':
          if (calls > 1) {
            throw new Error('The engine did not answer within 30 s');
          }
          return buildDoraReport();
        default:
          return reportOf(entityRef);
      }
    },
    explainEntityDora: async (entityRef, metric) =>
      buildExplanation(reportOf(entityRef), metric),
    listEntityDeployments: async (_, query) =>
      buildDeploymentPage(
        query?.exclusion === 'same_rollout'
          ? { items: [], totalItems: 0, nextCursor: null }
          : {},
      ),
  });
}
