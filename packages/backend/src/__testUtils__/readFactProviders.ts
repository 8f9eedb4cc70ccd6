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
 * Who tells facts in a whole engine with the modules of the portal.
 *
 * @param scorecards - what stands at `opmodel.scorecards` of its configuration
 */
export async function readFactProviders(
  scorecards: object,
): Promise<FactProviderList['items']> {
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
  return (body as FactProviderList).items;
}

/** Expressions over what they tell. */
export function expressionsOver(
  providers: FactProviderList['items'],
): FactExpressions {
  return new FactExpressions(
    Object.fromEntries(
      providers.map(({ id, facts }) => [
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
