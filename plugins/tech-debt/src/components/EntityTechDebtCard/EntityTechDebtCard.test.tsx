import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { DebtSummary } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import {
  buildEntityDebt,
  buildSummary,
  createFakeOpmodelApi,
  textOf,
} from '../../testing';
import { EntityTechDebtCard } from './EntityTechDebtCard';

async function show(changes: Partial<DebtSummary>) {
  const { container } = await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({
            getEntityTechDebt: async () =>
              buildEntityDebt({ summary: buildSummary(changes) }),
          }),
        ],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout-api', namespace: 'default' },
        }}
      >
        <EntityTechDebtCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  await screen.findByText(/owed/);
  return textOf(container);
}

describe('EntityTechDebtCard', () => {
  it('says what is owed, what paying it takes, and what is late', async () => {
    const text = await show({});
    expect(text).toContain('2 items owed');
    expect(text).toContain(
      '5 person-days to pay them once, without 1 that nobody estimated',
    );
    expect(text).toContain('1 overdue');
    expect(text).toContain('1 past its remediation time');
  });

  it('does not count what nobody estimated as nothing', async () => {
    const owed = { items: 2, principalDays: null, withoutPrincipal: 2 };
    expect(await show({ owed })).toContain(
      'What paying them takes is not estimated.',
    );
  });

  it('says that nothing is owed', async () => {
    const owed = { items: 0, principalDays: 0, withoutPrincipal: 0 };
    expect(await show({ owed })).toContain('nothing is owed');
  });
});
