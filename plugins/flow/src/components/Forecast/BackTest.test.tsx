import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildBackTest } from '../../__fixtures__/backTest';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import { buildFlowReport } from '../../__fixtures__/flowReport';
import { ForecastPanel } from './ForecastPanel';

async function show(overrides: Partial<OpmodelApi> = {}) {
  await renderInTestApp(
    <TestApiProvider apis={[[opmodelApiRef, createFakeOpmodelApi(overrides)]]}>
      <ForecastPanel
        entityRef="component:default/payments-api"
        report={buildFlowReport()}
      />
    </TestApiProvider>,
  );
}

function cellsOf(row: HTMLElement): string[] {
  return within(row)
    .getAllByRole('cell')
    .map(cell => (cell.textContent ?? '').replace(/\s+/g, ' ').trim());
}

describe('BackTest', () => {
  it('shows what would have held, question by question', async () => {
    await show();
    const table = await screen.findByRole('table', {
      name: 'How often back-tested forecasts held',
    });
    const [, fortnight, month, when] = within(table).getAllByRole('row');
    expect(cellsOf(fortnight)).toEqual([
      '55 % (22 of 40)',
      '83 % (33 of 40)',
      '−10 %',
      '1.25 items',
      '40 forecasts, 20 share no day',
    ]);
    expect(cellsOf(month).at(-1)).toContain('thin data (9)');
    expect(cellsOf(when).at(-1)).toBe('no data');
    expect(cellsOf(when)[0]).not.toContain('0');
  });

  it('stands apart from the forecasts that were made and then scored', async () => {
    await show();
    const kept = await screen.findByRole('region', {
      name: 'Forecasts made and then scored',
    });
    const tested = screen.getByRole('region', {
      name: 'Back-tested on history',
    });
    expect(kept).toHaveTextContent('17 of 20');
    expect(kept).not.toHaveTextContent('33 of 40');
    expect(tested).toHaveTextContent('33 of 40');
    expect(tested).not.toHaveTextContent('17 of 20');
  });

  it('lists what was foretold on each Monday, and what came', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show each Monday' }),
    );
    const table = screen.getByRole('table', { name: 'Back-tested Mondays' });
    const [, howMany, when] = within(table).getAllByRole('row');
    expect(cellsOf(howMany).slice(1)).toEqual([
      '41 items in 90 days',
      'How many in 14 days',
      '4',
      '7',
    ]);
    expect(cellsOf(when).slice(2)).toEqual([
      'When 13 items are done',
      '6 Nov 2026',
      'not done yet',
    ]);
  });

  it('has no table where nothing could be tested', async () => {
    await show({
      getEntityForecastBackTest: async () =>
        buildBackTest({ history: null, cutOffs: [] }),
    });
    expect(
      await screen.findByText(/On no past Monday were enough items known/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('table', {
        name: 'How often back-tested forecasts held',
      }),
    ).not.toBeInTheDocument();
  });

  it('says so where the test cannot be read, and leaves the forecast alone', async () => {
    await show({
      getEntityForecastBackTest: () =>
        Promise.reject(new Error('The engine is away')),
    });
    const tested = await screen.findByRole('region', {
      name: 'Back-tested on history',
    });
    expect(
      await within(tested).findByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('not in sight')).toBeInTheDocument();
  });
});
