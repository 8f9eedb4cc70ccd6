import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import {
  opmodelApiRef,
  toCsvTable,
} from '@opmodel/backstage-plugin-opmodel-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { pagesRouteRef, rootRouteRef } from '../routes';
import { textOf } from '../testing';
import { CampaignPages } from './CampaignPages';
import { reportColumns, reportRows } from './reportRows';
import {
  buildBurnDown,
  buildCampaign,
  buildCampaignPage,
  buildItems,
  buildProgress,
  buildReport,
  CAMPAIGN,
  createCampaignApi,
} from './testing/campaigns';

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

const platform = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'platform', namespace: 'default', title: 'Platform' },
  spec: { type: 'team', children: [] },
};

async function show(path: string, overrides: Partial<OpmodelApi> = {}) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createCampaignApi(overrides)],
        [catalogApiRef, catalogApiMock({ entities: [platform] })],
      ]}
    >
      <Address />
      <Routes>
        <Route path="/pages/campaigns/*" element={<CampaignPages />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/scorecards': rootRouteRef,
        '/pages': pagesRouteRef,
      },
    },
  );
}

const DETAIL = `/pages/campaigns/${CAMPAIGN}`;

describe('the campaigns', () => {
  it('are listed with status, progress, coverage and target date', async () => {
    await show('/pages/campaigns');
    const table = await screen.findByRole('table', { name: 'Campaigns' });
    const [, row] = within(table).getAllByRole('row');
    expect(textOf(row)).toContain('delayed');
    expect(textOf(row)).toContain('78 %');
    expect(textOf(row)).toContain('coverage 90 %');
    expect(textOf(row)).toContain('1 Nov 2026');
    expect(textOf(row)).toMatch(/\d+ days? (over|left)/);
    expect(
      within(row).getByRole('link', { name: 'Runbooks everywhere' }),
    ).toHaveAttribute('href', DETAIL);
  });

  it('do not call unknown what is done', async () => {
    await show('/pages/campaigns', {
      listCampaigns: async () =>
        buildCampaignPage([
          buildCampaign({
            status: 'in_progress',
            progress: buildProgress({
              met: 0,
              open: 0,
              exempt: 0,
              unknown: 10,
              share: null,
            }),
          }),
        ]),
    });
    const [, row] = within(
      await screen.findByRole('table', { name: 'Campaigns' }),
    ).getAllByRole('row');
    expect(textOf(row)).toContain('nothing is known yet');
    expect(textOf(row)).not.toContain('%');
  });

  it('are narrowed by what the URL says', async () => {
    const listCampaigns = jest.fn(async () => buildCampaignPage());
    await show('/pages/campaigns?status=delayed&owner=group:default/platform', {
      listCampaigns,
    });
    await screen.findByRole('table', { name: 'Campaigns' });
    expect(listCampaigns).toHaveBeenLastCalledWith(
      {
        status: 'delayed',
        owner: ['group:default/platform'],
        descendants: true,
        limit: 25,
      },
      expect.anything(),
    );
    await userEvent.selectOptions(screen.getByLabelText('Status'), 'All');
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/pages/campaigns?owner=group%3Adefault%2Fplatform',
    );
  });

  it('say what would be here, and who may begin one', async () => {
    await show('/pages/campaigns', {
      listCampaigns: async () => ({
        ...buildCampaignPage([]),
        mayCreate: false,
      }),
    });
    expect(await screen.findByText('No campaign yet')).toBeInTheDocument();
    expect(
      screen.getByText('Those who write scorecards may begin one.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'New campaign' }),
    ).not.toBeInTheDocument();
  });

  it('are not shown to those who may not see them', async () => {
    await show('/pages/campaigns', {
      listCampaigns: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(await screen.findByText(/permission/)).toBeInTheDocument();
  });

  it('begin with a form that says at each field what is missing', async () => {
    const createCampaign = jest.fn(async () => buildCampaign());
    await show('/pages/campaigns', { createCampaign });
    await userEvent.click(
      await screen.findByRole('button', { name: 'New campaign' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const submit = dialog.getByRole('button', { name: 'Begin the campaign' });
    await userEvent.click(submit);
    for (const name of [/^Title/, /^Owner \*/, /^Target date/]) {
      expect(dialog.getByLabelText(name)).toHaveAccessibleDescription(
        'This is needed',
      );
    }
    expect(createCampaign).not.toHaveBeenCalled();

    await userEvent.type(dialog.getByLabelText(/^Title/), 'Runbooks');
    await userEvent.type(dialog.getByLabelText(/^Owner \*/), 'plat');
    await userEvent.click(
      await screen.findByRole('option', { name: /Platform/ }),
    );
    await userEvent.selectOptions(
      dialog.getByLabelText('Scorecard'),
      'Production readiness',
    );
    expect(dialog.getByText('Choose at least one')).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'single checks' }),
    );
    await userEvent.click(
      await dialog.findByRole('checkbox', { name: 'Has a runbook' }),
    );
    fireEvent.change(dialog.getByLabelText(/^From/), {
      target: { value: '2026-12-01' },
    });
    fireEvent.change(dialog.getByLabelText(/^Target date/), {
      target: { value: '2026-12-01' },
    });
    expect(
      dialog.getByText('It has to be after the first day'),
    ).toBeInTheDocument();
    fireEvent.change(dialog.getByLabelText(/^Target date/), {
      target: { value: '2027-03-01' },
    });
    await userEvent.type(dialog.getByLabelText('Tiers'), '1, 2');
    await userEvent.click(submit);
    await waitFor(() =>
      expect(createCampaign).toHaveBeenCalledWith({
        title: 'Runbooks',
        ownerRef: 'group:default/platform',
        scorecardRef: 'scorecard:default/production-readiness',
        emphasis: { checks: ['has-runbook'] },
        scope: { tiers: ['1', '2'] },
        isDraft: false,
        startsOn: '2026-12-01',
        targetOn: '2027-03-01',
        remindEveryDays: 7,
      }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(DETAIL),
    );
  });
});

describe('one campaign', () => {
  it('tells first how far it is, then whether the date holds', async () => {
    await show(DETAIL);
    const done = await screen.findByRole('region', { name: 'Done' });
    expect(textOf(done)).toContain('78 %');
    expect(textOf(done)).toContain('7 of 9 that are known');
    expect(
      textOf(screen.getByRole('region', { name: 'Entities done' })),
    ).toContain('3of 5');
    expect(
      await screen.findByText(/nothing would be open on 20 Nov 2026\./),
    ).toBeInTheDocument();
  });

  it('gives the burn-down as a table, with gaps as gaps', async () => {
    await show(DETAIL);
    await userEvent.click(
      await screen.findByRole('button', { name: /^Burn-down: .*table/ }),
    );
    const rows = within(
      within(screen.getByRole('region', { name: 'Burn-down' })).getByRole(
        'table',
      ),
    ).getAllByRole('row');
    expect(rows.slice(1).map(row => textOf(row))).toEqual([
      '30 Oct 2026410',
      '31 Oct 202620.51',
      '1 Nov 2026–0–',
    ]);
  });

  it('says so where nothing was counted yet', async () => {
    await show(DETAIL, {
      getCampaignBurnDown: async () =>
        buildBurnDown({ points: [], projectedOn: null }),
    });
    expect(
      await screen.findByText(/^Nothing was counted yet/),
    ).toBeInTheDocument();
  });

  it('lists what is open by entity, by what the URL selects', async () => {
    const listCampaignItems = jest.fn(async () => buildItems());
    await show(`${DETAIL}?state=open&team=group:default/platform`, {
      listCampaignItems,
    });
    const table = await screen.findByRole('table', {
      name: 'What is asked of each entity',
    });
    expect(textOf(within(table).getAllByRole('row')[1])).toBe(
      'LedgerPayments11failedHas a runbookNo runbook is linked',
    );
    expect(listCampaignItems).toHaveBeenLastCalledWith(
      CAMPAIGN,
      {
        state: 'open',
        owner: ['group:default/platform'],
        descendants: true,
        limit: 25,
      },
      expect.anything(),
    );
  });

  it('reports by team and by check, and every figure as a file', async () => {
    await show(DETAIL);
    const teams = await screen.findByRole('table', { name: 'By team' });
    expect(
      within(teams)
        .getAllByRole('row')
        .slice(1)
        .map(row => textOf(row)),
    ).toEqual(['Payments11.1 %78 %211090 %', 'All together11.1 %78 %211090 %']);
    const lines = toCsvTable(reportColumns, reportRows(buildReport()))
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(1 + 2 * 3);
    expect(lines[4]).toBe(
      'team,group:default/payments,Payments,2026-11-23T09:00:00.000Z,10,6,2,1,1,0.7777777777777778,5,3',
    );
  });

  it('ends with a note, and stays as it is where somebody was faster', async () => {
    const endCampaign = jest
      .fn()
      .mockRejectedValueOnce(new ConflictError('It is at revision 5'))
      .mockResolvedValue(buildCampaign());
    await show(DETAIL, { endCampaign });
    await userEvent.click(await screen.findByRole('button', { name: 'End…' }));
    const dialog = within(await screen.findByRole('dialog'));
    const submit = dialog.getByRole('button', { name: 'End the campaign' });
    await userEvent.click(submit);
    expect(dialog.getByLabelText(/^Why/)).toHaveAccessibleDescription(
      'Say why, for those who took part',
    );
    await userEvent.type(dialog.getByLabelText(/^Why/), 'Done enough');
    await userEvent.click(submit);
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'It is at revision 5',
    );
    expect(dialog.getByLabelText(/^Why/)).toHaveValue('Done enough');
    await userEvent.click(submit);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(endCampaign).toHaveBeenLastCalledWith(CAMPAIGN, {
      revision: 4,
      note: 'Done enough',
    });
  });

  it('puts what the engine refuses at its field', async () => {
    await show(DETAIL, {
      changeCampaign: async () => {
        throw new Error("'targetOn' must be a day of the calendar");
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Change' }));
    await waitFor(() =>
      expect(dialog.getByLabelText(/^Target date/)).toHaveAccessibleDescription(
        "'targetOn' must be a day of the calendar",
      ),
    );
  });

  it('offers nothing to those who may only read it', async () => {
    await show(DETAIL, {
      getCampaign: async () => buildCampaign({ mayEdit: false }),
    });
    await screen.findByRole('region', { name: 'Done' });
    for (const name of ['Change…', 'End…', 'Archive…']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  it('says so where there is none', async () => {
    await show(DETAIL, {
      getCampaign: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(
      await screen.findByText('There is no such campaign'),
    ).toBeInTheDocument();
  });
});
