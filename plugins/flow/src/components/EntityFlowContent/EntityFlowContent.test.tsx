import { discoveryApiRef } from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildEmptyReport,
  buildFlowReport,
  buildRollUpReport,
  buildWorkItemPage,
} from '../../__fixtures__/flowReport';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import { EntityFlowContent } from './EntityFlowContent';

async function show(overrides: Partial<OpmodelApi> = {}, kind = 'Component') {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [
          discoveryApiRef,
          { getBaseUrl: async () => 'https://portal.example.com/api/opmodel' },
        ],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name: 'payments-api', namespace: 'default' },
        }}
      >
        <EntityFlowContent />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

function textOf(element: HTMLElement): string {
  return (element.textContent ?? '').replace(/\s/g, ' ');
}

describe('EntityFlowContent', () => {
  it('shows the five numbers with their samples', async () => {
    await show();
    const cycleTime = await screen.findByRole('region', { name: 'Cycle time' });
    expect(textOf(cycleTime)).toContain('3 d');
    expect(textOf(cycleTime)).toContain('20 % faster');
    expect(
      textOf(screen.getByRole('region', { name: 'Throughput' })),
    ).toContain('24 done, 30 arrived');
    expect(
      textOf(screen.getByRole('region', { name: 'Work in progress' })),
    ).toContain('1.5 weeks of work');
    expect(
      textOf(screen.getByRole('region', { name: 'Work item age' })),
    ).toContain('3 older than expected');
    expect(
      textOf(screen.getByRole('region', { name: 'Flow efficiency' })),
    ).toContain('40 %');
  });

  it('sets what was spent against what was agreed', async () => {
    await show();
    const panel = await screen.findByRole('region', {
      name: 'Capacity allocation',
    });
    expect(textOf(panel)).toContain('70 % of 60 % (+10 points)');
    expect(textOf(panel)).toContain('10 % of the work has no category.');
  });

  it('does not grade an allocation of which too much is unclassified', async () => {
    const report = buildFlowReport();
    await show({
      getEntityFlow: async () => ({
        ...report,
        allocation: {
          ...report.allocation,
          state: 'unclassified',
          unclassifiedShare: 0.3,
        },
      }),
    });
    expect(
      await screen.findByText('not graded: too much is unclassified'),
    ).toBeInTheDocument();
  });

  it('shows scope changes beside what was committed', async () => {
    await show();
    const table = await screen.findByRole('table', {
      name: 'Delivery predictability',
    });
    const [, , closed] = within(table).getAllByRole('row');
    expect(textOf(closed)).toContain('2026-Q3');
    expect(textOf(closed)).toContain('6 (4 done)');
    expect(textOf(closed)).toContain('75 %');
  });

  it('asks for a forecast and shows how past ones held', async () => {
    const getEntityForecast = jest.fn(createFakeOpmodelApi().getEntityForecast);
    await show({ getEntityForecast });
    expect(await screen.findByText('not in sight')).toBeInTheDocument();
    expect(
      screen.getByText(/85 % sure: held in 85 % \(17 of 20\)/),
    ).toBeInTheDocument();
    const field = screen.getByLabelText('Items');
    await userEvent.clear(field);
    await userEvent.type(field, '0');
    expect(
      screen.getByText('A whole number from 1 to 10,000'),
    ).toBeInTheDocument();
    await userEvent.clear(field);
    await userEvent.type(field, '40');
    await userEvent.click(screen.getByRole('button', { name: 'Forecast' }));
    expect(getEntityForecast).toHaveBeenLastCalledWith(
      'component:default/payments-api',
      { items: 40 },
      expect.anything(),
    );
  });

  it('lists the items of a state, with the way out to the tracker', async () => {
    const listEntityWorkItems = jest.fn(async () => buildWorkItemPage());
    await show({ listEntityWorkItems });
    expect(
      await screen.findByRole('link', { name: /Refund in part/ }),
    ).toHaveAttribute('href', 'https://tracker.example.com/PAY-17');
    await userEvent.click(screen.getByRole('button', { name: 'Came back' }));
    expect(listEntityWorkItems).toHaveBeenLastCalledWith(
      'component:default/payments-api',
      expect.objectContaining({ state: 'reopened' }),
      expect.anything(),
    );
  });

  it('explains a number down to what was left out', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Explain Cycle time' }),
    );
    const drawer = await screen.findByRole('dialog', { name: 'Cycle time' });
    expect(
      await within(drawer).findByText(/its start is not known/),
    ).toBeInTheDocument();
    expect(within(drawer).getByText('Items completed')).toBeInTheDocument();
  });

  it('says beside a duration that it counts working days alone', async () => {
    const api = createFakeOpmodelApi();
    await show({
      async explainEntityFlow(...asked) {
        const explanation = await api.explainEntityFlow(...asked);
        const workingTime = {
          weekdays: ['monday' as const, 'friday' as const],
          holidays: [],
        };
        return {
          ...explanation,
          definition: { ...explanation.definition, workingTime },
        };
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Explain Cycle time' }),
    );
    const drawer = await screen.findByRole('dialog', { name: 'Cycle time' });
    expect(
      await within(drawer).findByText(
        /Counted on working days only: Mon, Fri, 0 holidays in the window/,
      ),
    ).toBeInTheDocument();
  });

  it('says what to fix where the data is doubtful', async () => {
    await show();
    expect(
      await screen.findByText(
        'Report changes of state, so that waiting can be told from work.',
      ),
    ).toBeInTheDocument();
  });

  it('lists the components of a roll-up', async () => {
    await show({ getEntityFlow: async () => buildRollUpReport() }, 'Group');
    const table = await screen.findByRole('table', { name: 'Components' });
    expect(within(table).getByRole('link', { name: 'ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/flow',
    );
    expect(within(table).getByText('thin data (24)')).toBeInTheDocument();
  });

  it('says how to begin where nothing is known', async () => {
    await show({ getEntityFlow: async () => buildEmptyReport() });
    expect(await screen.findByText('No work item yet')).toBeInTheDocument();
    expect(
      await screen.findByText(/portal.example.com\/api\/opmodel\/work-items/),
    ).toBeInTheDocument();
  });
});
