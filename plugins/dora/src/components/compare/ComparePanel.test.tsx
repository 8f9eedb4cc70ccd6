import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, within } from '@testing-library/react';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import { buildDoraReport } from '../../__fixtures__';
import { ComparePanel } from './ComparePanel';

describe('ComparePanel', () => {
  it('sets the same scope and definition on other days beside the shown ones', async () => {
    const now = buildDoraReport();
    const then = {
      ...now,
      changeLeadTime: {
        ...now.changeLeadTime,
        median: (now.changeLeadTime.median ?? 0) * 2,
      },
      changeFailRate: { ...now.changeFailRate, state: 'thin' as const, n: 2 },
    };
    const getEntityDora = jest.fn(async () => then);
    await renderInTestApp(
      <TestApiProvider
        apis={[[opmodelApiRef, createFakeOpmodelApi({ getEntityDora })]]}
      >
        <ComparePanel
          entityRef="component:default/payments-api"
          report={now}
          query={{ window: 'P90D', profile: 'devlake' }}
        />
      </TestApiProvider>,
      { routeEntries: ['/?compare=2026-01-01..2026-03-31'] },
    );
    const table = await screen.findByRole('table', { name: 'Then and now' });
    expect(getEntityDora).toHaveBeenCalledWith(
      'component:default/payments-api',
      { profile: 'devlake', from: '2026-01-01', to: '2026-03-31' },
      expect.anything(),
    );
    const rowOf = (name: string) =>
      within(table)
        .getByRole('rowheader', { name })
        .closest('tr')!
        .textContent!.replace(/\s/g, ' ');
    expect(rowOf('Change lead time')).toContain('50 % faster');
    expect(rowOf('Change fail rate')).toContain('thin data (2)');
    expect(rowOf('Change fail rate')).toContain('no comparison');
  });

  it('is closed unless the URL asks for it', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[opmodelApiRef, createFakeOpmodelApi()]]}>
        <ComparePanel
          entityRef="component:default/payments-api"
          report={buildDoraReport()}
          query={{}}
        />
      </TestApiProvider>,
      { routeEntries: ['/?compare=team-b'] },
    );
    expect(screen.queryByText('Then and now')).not.toBeInTheDocument();
  });
});
