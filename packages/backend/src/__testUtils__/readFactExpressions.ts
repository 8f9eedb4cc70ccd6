import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import opmodelPlugin from '@opmodel/backstage-plugin-opmodel-backend';
import repository from '@opmodel/backstage-plugin-opmodel-backend-module-repository';
import techDocs from '@opmodel/backstage-plugin-opmodel-backend-module-techdocs';
import {
  FactExpressions,
  type FactProviderList,
} from '@opmodel/backstage-plugin-opmodel-common';
import request from 'supertest';

/**
 * Expressions over the facts of a whole engine with the modules of the portal.
 *
 * @param scorecards - what stands at `opmodel.scorecards` of its configuration
 */
export async function readFactExpressions(
  scorecards: object,
): Promise<FactExpressions> {
  const backend = await startTestBackend({
    features: [
      opmodelPlugin,
      repository,
      techDocs,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: { opmodel: { scorecards } } as object,
      }),
    ],
  });
  const { body } = await request(backend.server).get('/api/opmodel/facts');
  await backend.stop();
  return new FactExpressions(
    Object.fromEntries(
      (body as FactProviderList).items.map(({ id, facts }) => [
        id,
        Object.fromEntries(
          facts.map(({ name, type, description }) => [
            name,
            { type, description },
          ]),
        ),
      ]),
    ),
  );
}
