import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { NotFoundError } from '@backstage/errors';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import {
  buildGroupReport,
  buildOwnershipReport,
  buildUnownedReport,
} from '../../__fixtures__/ownershipReport';
import { EntityOwnershipCard } from './EntityOwnershipCard';

async function show(overrides: Partial<OpmodelApi> = {}) {
  await renderInTestApp(
    <TestApiProvider apis={[[opmodelApiRef, createFakeOpmodelApi(overrides)]]}>
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'payments-api', namespace: 'default' },
        }}
      >
        <EntityOwnershipCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('EntityOwnershipCard', () => {
  it('says which rung is reached, what is missing, and whom to ask', async () => {
    await show();
    expect(
      await screen.findByText('Reaches 5 of 7 rungs of the ownership ladder'),
    ).toBeInTheDocument();
    expect(screen.getByText('No escalation path')).toBeInTheDocument();
    expect(screen.getByText('Review overdue')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Payments' })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
    expect(screen.getByRole('link', { name: /#payments/ })).toHaveAttribute(
      'href',
      'https://chat.example.com/payments',
    );
    expect(
      screen.getByRole('link', { name: 'All about its ownership' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/ownership',
    );
  });

  it('says in words that nothing is missing', async () => {
    const report = buildOwnershipReport();
    await show({
      getEntityOwnership: async () => ({
        ...report,
        ladder: { ...report.ladder!, reached: 7, gaps: [] },
      }),
    });
    expect(await screen.findByText('Nothing is missing')).toBeInTheDocument();
  });

  it('says that nobody owns it', async () => {
    await show({ getEntityOwnership: async () => buildUnownedReport() });
    expect(await screen.findByText('No owner')).toBeInTheDocument();
    expect(screen.getByText(/no contact known/)).toBeInTheDocument();
  });

  it('shows the coverage of what a group owns', async () => {
    await show({ getEntityOwnership: async () => buildGroupReport() });
    expect(
      await screen.findByText('4 of 10 entities reach every rung'),
    ).toBeInTheDocument();
  });

  it('never draws what is not known as a number', async () => {
    const report = buildGroupReport();
    await show({
      getEntityOwnership: async () => ({ ...report, rollUp: null }),
    });
    expect(
      await screen.findByText('Nothing in it is to be owned'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/%/)).not.toBeInTheDocument();
  });

  it('says so where the engine does not know it yet', async () => {
    await show({
      getEntityOwnership: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(await screen.findByText(/Not assessed yet/)).toBeInTheDocument();
  });
});
