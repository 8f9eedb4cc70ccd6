import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildIncidentPage,
  catchDownloads,
  createFakeOpmodelApi,
} from '../../../__fixtures__';
import { IncidentsTable, type IncidentsTableProps } from './IncidentsTable';

async function show(
  listEntityIncidents: OpmodelApi['listEntityIncidents'],
  props: Partial<IncidentsTableProps> = {},
  overrides: Partial<OpmodelApi> = {},
) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({ listEntityIncidents, ...overrides }),
        ],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <IncidentsTable
        entityRef="component:default/payments-api"
        query={{ window: 'P90D' }}
        zone="UTC"
        withComponent={false}
        enabled
        {...props}
      />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

const plain = (element: Element) =>
  (element.textContent ?? '').replace(/\s/g, ' ');

describe('IncidentsTable', () => {
  it('says of each incident what caused it and how sure that is, or why nothing did', async () => {
    await show(async () => buildIncidentPage());
    const [, linked, other, open] = await screen.findAllByRole('row');
    expect(
      within(linked).getByRole('link', { name: /Payments fail/ }),
    ).toHaveAttribute('href', 'https://pager.example.com/incidents/311');
    expect(
      within(linked).getByRole('link', { name: /4\.15\.0/ }),
    ).toHaveAttribute('href', 'https://ci.example.com/payments/1039');
    expect(plain(linked)).toContain('incident soon after, confidence 50 %');
    expect(plain(linked)).toContain('1 h 8 m');
    expect(plain(other)).toContain('no deployment other cause');
    expect(within(other).getByText('not Sev-1/2')).toBeInTheDocument();
    expect(within(open).getByText('not over')).toBeInTheDocument();
    expect(within(open).getByText('repeats INC-251')).toBeInTheDocument();
    expect(within(open).getByText('no deployment in time')).toBeInTheDocument();
  });

  it('opens an incident: when it began and ended, and the debt that is linked to it', async () => {
    const listDebtItems = jest.fn(async () => ({
      items: [{ id: 'd1', title: 'One region only', status: 'accepted' }],
      totalItems: 1,
      nextCursor: null,
      mayCreate: false,
    }));
    await show(
      async () => buildIncidentPage(),
      {},
      {
        listDebtItems: listDebtItems as unknown as OpmodelApi['listDebtItems'],
      },
    );
    const toggle = await screen.findByRole('button', {
      name: 'Show the details of Payments fail at checkout',
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(listDebtItems).not.toHaveBeenCalled();
    await userEvent.click(toggle);
    expect(
      await screen.findByRole('link', { name: 'One region only' }),
    ).toHaveAttribute('href', '/tech-debt/items/d1');
    expect(listDebtItems).toHaveBeenCalledTimes(1);
    expect(listDebtItems).toHaveBeenCalledWith(
      expect.objectContaining({ linkType: 'incident', linkRef: 'INC-311' }),
      expect.anything(),
    );
    const details = plain(screen.getAllByRole('row')[2]);
    expect(details).toContain('Mitigated16 Nov 2026, 14:40 UTC');
    expect(details).toContain('Kind of causechange');
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Hide the details of Payments fail at checkout',
      }),
    );
    expect(screen.queryByText('One region only')).not.toBeInTheDocument();
  });

  it('asks for those left out for a reason, and says that there are none', async () => {
    const list = jest.fn<
      ReturnType<OpmodelApi['listEntityIncidents']>,
      Parameters<OpmodelApi['listEntityIncidents']>
    >(async () => buildIncidentPage({ items: [], totalItems: 0 }));
    await show(list, {
      exclusion: 'not_severe',
      query: { window: 'P90D', edition: '2024', profile: 'gitlab' },
    });
    expect(
      await screen.findByText('No incident like that in this window.'),
    ).toBeInTheDocument();
    expect(list.mock.calls[0][1]).toEqual({
      window: 'P90D',
      profile: 'gitlab',
      limit: 20,
      exclusion: 'not_severe',
    });
  });

  it('exports the incidents of its filter with what they are', async () => {
    const downloads = catchDownloads();
    const page = buildIncidentPage();
    await show(async () => page, { filter: 'open' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export: Incidents' }),
    );
    await userEvent.click(
      screen.getByRole('menuitem', {
        name: `All ${page.totalItems} rows as JSON`,
      }),
    );

    await screen.findByText(`Exported ${page.items.length} rows`);
    expect(JSON.parse(await downloads.lastContent())).toMatchObject({
      content: 'dora-incidents',
      filter: { window: 'P90D', state: 'open' },
      complete: true,
      rows: page.items,
    });
    downloads.restore();
  });

  it('asks for nothing until the rows are wanted', async () => {
    const list = jest.fn();
    await show(list, { enabled: false });
    expect(list).not.toHaveBeenCalled();
  });
});
