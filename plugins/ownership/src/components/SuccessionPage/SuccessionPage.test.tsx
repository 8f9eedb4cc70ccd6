import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  OpmodelApi,
  SuccessionPage as SuccessionRows,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import { SuccessionPage } from './SuccessionPage';

const row: SuccessionRows['items'][number] = {
  ref: 'system:default/selling',
  kind: 'system',
  title: 'Selling',
  tier: '1',
  ownerRef: 'group:default/shop',
  ownerTitle: 'Shop',
  entities: 3,
  knowledgeOnOne: 1,
  onCallOnOne: null,
  asOf: null,
};

async function show(page: Partial<SuccessionRows>, search = '') {
  const listSuccession = jest.fn(async () => ({
    items: [],
    totalItems: page.items?.length ?? 0,
    nextCursor: null,
    coverage: { systems: 5, withKnowledge: 0, withOnCall: 0 },
    ...page,
  }));
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, { listSuccession } as unknown as OpmodelApi],
        [
          catalogApiRef,
          {
            queryEntities: async () => ({
              items: [],
              totalItems: 0,
              pageInfo: {},
            }),
          } as any,
        ],
        [
          entityPresentationApiRef,
          {
            forEntity: (ref: string) => ({
              snapshot: { entityRef: ref, primaryTitle: ref },
            }),
          } as any,
        ],
      ]}
    >
      <SuccessionPage />
    </TestApiProvider>,
    {
      routeEntries: [`/${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return listSuccession;
}

describe('SuccessionPage', () => {
  it('tells counts with what they are of, and what is not known', async () => {
    const listSuccession = await show(
      {
        items: [row, { ...row, ref: 'system:default/mail', onCallOnOne: true }],
        coverage: { systems: 5, withKnowledge: 2, withOnCall: 1 },
      },
      '?owner=group:default/shop',
    );
    const table = await screen.findByRole('table');
    expect(table).toHaveTextContent('1 of 3 components');
    expect(table).toHaveTextContent('not known');
    expect(table).toHaveTextContent('one person now');
    expect(
      screen.getByText(/Of 5 systems .* known of 2 and on-call of 1/),
    ).toBeInTheDocument();
    expect(listSuccession).toHaveBeenCalledWith(
      { limit: 20, owner: ['group:default/shop'] },
      expect.anything(),
    );
  });

  it('does not call good what nobody knows', async () => {
    await show({});
    expect(await screen.findByText('Nothing is known yet')).toBeInTheDocument();
  });

  it('says of how much it is known that nothing rests on one person', async () => {
    await show({ coverage: { systems: 5, withKnowledge: 4, withOnCall: 0 } });
    expect(
      await screen.findByText(/knowledge of 4 and on-call of 0 out of 5/),
    ).toBeInTheDocument();
  });
});
