import type { Entity } from '@backstage/catalog-model';
import { discoveryApiRef } from '@backstage/core-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type {
  DoraReport,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildCheck,
  buildContexts,
  buildDoraReport,
  buildEmptyMetrics,
  buildEmptyReport,
  buildExplanation,
  buildRollUpReport,
  buildThinReport,
  buildTierBenchmark,
  createFakeOpmodelApi,
} from '../../__fixtures__';
import { EntityDoraContent } from './EntityDoraContent';

const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};
const system: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
};

async function show(
  overrides: Partial<OpmodelApi> = {},
  options: { entity?: Entity; search?: string } = {},
) {
  const { entity = component, search = '' } = options;
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock()],
        [
          discoveryApiRef,
          mockApis.discovery({ baseUrl: 'http://backstage.example.com' }),
        ],
      ]}
    >
      <EntityProvider entity={entity}>
        <EntityDoraContent />
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [`/tab${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const answering = (report: DoraReport): Partial<OpmodelApi> => ({
  getEntityDora: async () => report,
});

const tile = (name: string) => screen.findByRole('region', { name });

function buildFourKeysReport() {
  const report = buildDoraReport();
  return {
    ...report,
    definition: { ...report.definition, id: 'four-keys', title: 'Four Keys' },
  };
}

const plain = (element: Element) =>
  (element.textContent ?? '').replace(/\s/g, ' ');

describe('EntityDoraContent', () => {
  it('shows the numbers of a component with their sample and their change', async () => {
    await show();
    const leadTime = await tile('Change lead time');
    expect(plain(leadTime)).toContain('22 h 15 m');
    expect(plain(leadTime)).toContain('17.6 % faster');
    expect(plain(leadTime)).toContain('median of 142 changes');
    const frequency = await tile('Deployment frequency');
    expect(plain(frequency)).toContain('3.2/ week');
    expect(plain(frequency)).toContain('10.8 % more often');
    expect(plain(frequency)).toContain('41 deployments');
    expect(plain(await tile('Longest stage'))).toContain('Review');
  });

  it('rolls a system up: the median component, its members and no sum as a frequency', async () => {
    await show(answering(buildRollUpReport()), { entity: system });
    const frequency = await tile('Deployment frequency');
    expect(plain(frequency)).toContain('2.6/ week');
    expect(plain(frequency)).toContain('median of 10 components');
    expect(plain(frequency)).toContain('73 % deploy at least weekly');
    const members = screen.getByRole('table', { name: 'Components' });
    const rows = within(members).getAllByRole('row').slice(1);
    expect(rows.map(row => row.firstChild?.textContent)).toEqual([
      'ledger disputed',
      'payments-api',
      'checkout-web',
      'receipts',
      'fraud-rules',
    ]);
    expect(within(rows[4]).getByText('no data')).toBeInTheDocument();
    expect(within(rows[3]).getByText('no owner')).toBeInTheDocument();
    expect(
      within(rows[0]).getByRole('link', { name: 'ledger' }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger/dora');
  });

  it('sorts the members, those without a value last', async () => {
    await show(answering(buildRollUpReport()), { entity: system });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Deployments / week' }),
    );
    const members = screen.getByRole('table', { name: 'Components' });
    const rows = within(members).getAllByRole('row').slice(1);
    expect(rows[0].firstChild?.textContent).toBe('checkout-web');
    expect(rows[4].firstChild?.textContent).toBe('fraud-rules');
  });

  it('marks thin data and compares it with nothing', async () => {
    await show(answering(buildThinReport()));
    const leadTime = await tile('Change lead time');
    expect(within(leadTime).getByText('thin data (3)')).toBeInTheDocument();
    expect(
      within(leadTime).queryByText('no comparison'),
    ).not.toBeInTheDocument();
  });

  it('begins with one line to copy where nothing was ever reported', async () => {
    await show(answering(buildEmptyReport()));
    expect(
      await screen.findByText('No deployments are known yet'),
    ).toBeInTheDocument();
    const snippet = await screen.findByText(/curl -X POST/);
    expect(snippet.textContent).toContain(
      '"entityRef": "component:default/payments-api"',
    );
    await waitFor(() =>
      expect(snippet.textContent).toContain(
        'http://backstage.example.com/api/opmodel/deployments',
      ),
    );
    expect(screen.queryByText('0')).not.toBeInTheDocument();
  });

  it('says that deployments arrive for other environments only', async () => {
    await show(
      answering({
        ...buildEmptyReport(),
        nextSteps: [
          {
            id: 'report-environment',
            entityRef: 'component:default/payments-api',
            values: { deployments: 39 },
          },
        ],
      }),
    );
    expect(
      await screen.findByText(/39 deployments arrived/),
    ).toBeInTheDocument();
  });

  it('says that nothing visible belongs to an empty scope', async () => {
    const report = buildRollUpReport();
    await show(
      answering({ ...report, scope: { ...report.scope, components: 0 } }),
      { entity: system },
    );
    expect(
      await screen.findByText('No components in this scope'),
    ).toBeInTheDocument();
  });

  it.each([
    [new NotAllowedError('no'), 'You may not see this'],
    [new NotFoundError('unknown'), 'Not in the snapshot yet'],
    [new Error('The engine did not answer'), /The engine did not answer/],
  ])('shows what %s means', async (error, text) => {
    await show({
      getEntityDora: async () => {
        throw error;
      },
    });
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
  });

  it('asks for the window of the URL, and for another one without losing what is shown', async () => {
    const getEntityDora = jest.fn<Promise<DoraReport>, unknown[]>(async () =>
      buildDoraReport(),
    );
    await show({ getEntityDora }, { search: '?window=P30D' });
    await tile('Change lead time');
    expect(getEntityDora.mock.calls[0].slice(0, 2)).toEqual([
      'component:default/payments-api',
      { window: 'P30D' },
    ]);
    getEntityDora.mockImplementation(() => new Promise(() => {}));
    await userEvent.click(screen.getByRole('button', { name: '1 y' }));
    expect(getEntityDora.mock.calls[1][1]).toEqual({ window: 'P1Y' });
    expect(await tile('Change lead time')).toBeInTheDocument();
    expect(
      screen.getByRole('progressbar', { name: 'Refreshing' }),
    ).toBeInTheDocument();
  });

  it('names what to do next and leads there', async () => {
    await show(answering(buildRollUpReport()), { entity: system });
    const panel = await screen.findByRole('region', {
      name: 'What to do next',
    });
    expect(plain(panel)).toContain(
      'It takes 48 % of the way, 12 h in the median',
    );
    expect(within(panel).getByText('Look at review')).toBeInTheDocument();
    expect(
      within(panel).getAllByRole('link', { name: 'Open its metrics' })[0],
    ).toHaveAttribute('href', '/catalog/default/component/ledger/dora');
  });
});

describe('a component whose changes are all left out', () => {
  it('says why in the tile and as the thing to do', async () => {
    const report = buildDoraReport();
    const empty = buildEmptyReport();
    await show(
      answering({
        ...empty,
        trend: report.trend.map(point => ({
          ...point,
          leadTimeMedian: null,
        })),
        changeLeadTime: {
          ...empty.changeLeadTime,
          excluded: [
            { reason: 'deployment_is_commit', unit: 'change', count: 84 },
          ],
        },
        deploymentFrequency: report.deploymentFrequency,
        nextSteps: [
          {
            id: 'report-changes',
            entityRef: report.scope.ref,
            values: { deployments: 84 },
          },
        ],
      }),
    );
    expect(
      within(await tile('Change lead time')).getByText(/^84 changes left out/),
    ).toBeInTheDocument();
    expect(screen.getByText('Make lead times measurable')).toBeInTheDocument();
    expect(
      screen.queryByText('Name the changes of a deployment'),
    ).not.toBeInTheDocument();
    // The panel of the lead time; those of what else is known are drawn.
    const trend = within(
      screen.getByRole('region', { name: 'Delivery week by week' }),
    );
    expect(await trend.findAllByText('no data')).toHaveLength(1);
  });
});

describe('the tiles', () => {
  it('keeps the five metrics in their families, and what is beside them apart', async () => {
    await show();
    await tile('Change lead time');
    const namesIn = (family: string) =>
      within(screen.getByRole('group', { name: family }))
        .getAllByRole('region')
        .map(region => within(region).getByRole('heading').textContent);
    expect(namesIn('Throughput')).toEqual([
      'Change lead time',
      'Deployment frequency',
      'Failed deployment recovery time',
    ]);
    expect(namesIn('Instability')).toEqual([
      'Change fail rate',
      'Deployment rework rate',
    ]);
    expect(namesIn('Beside the five metrics')).toEqual([
      'Time to restore',
      'Incident recurrence',
    ]);
  });

  it('shows quantiles of times and the parts of a share', async () => {
    await show();
    const recovery = plain(await tile('Failed deployment recovery time'));
    expect(recovery).toContain('1 h 30 m');
    expect(recovery).toContain('p75 3 h · p90 5 h');
    expect(recovery).toContain('25 % faster');
    const rate = plain(await tile('Change fail rate'));
    expect(rate).toContain('9.8 %');
    expect(rate).toContain('4 of 41');
    expect(rate).toContain('20 % higher');
    const restore = await tile('Time to restore');
    expect(within(restore).getByText('thin data (2)')).toBeInTheDocument();
  });

  it('names the band of an edition and says when this tool chose it', async () => {
    await show(
      answering(
        buildDoraReport({
          contexts: buildContexts({
            'change-fail-rate': {
              benchmark: buildTierBenchmark(),
              ungraded: null,
            },
          }),
        }),
      ),
    );
    const chip = within(await tile('Change fail rate')).getByText(
      'high · 2024',
    );
    await userEvent.hover(chip);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /where the band ends was chosen by this tool/,
    );
    expect(
      within(await tile('Change lead time')).getByText(
        '1 hour to 1 day · 2025',
      ),
    ).toBeInTheDocument();
  });

  it('grades nothing on doubtful data, and says what is to be fixed', async () => {
    await show(
      answering(
        buildDoraReport({
          contexts: buildContexts({
            'change-fail-rate': {
              ungraded: 'doubtful',
              quality: {
                state: 'doubtful',
                checks: [
                  buildCheck({
                    id: 'incidents-linked',
                    share: 0.25,
                    passed: false,
                  }),
                ],
              },
            },
          }),
        }),
      ),
    );
    expect(
      within(await tile('Change fail rate')).getByText(
        'doubtful data: ungraded',
      ),
    ).toBeInTheDocument();
    const quality = within(
      screen.getByRole('table', { name: 'How good the data is' }),
    );
    const [, first] = quality.getAllByRole('row');
    expect(plain(first)).toContain('below threshold');
    expect(plain(first)).toContain('Say of an incident which deployment');
  });

  it('marks a disputed number and keeps it', async () => {
    await show(
      answering(
        buildDoraReport({
          contexts: buildContexts({ 'change-fail-rate': { openDisputes: 2 } }),
        }),
      ),
    );
    const rate = await tile('Change fail rate');
    expect(plain(rate)).toContain('9.8 %');
    expect(
      within(rate).getByRole('link', { name: 'disputed (2)' }),
    ).toHaveAttribute('href', '#dora-disputes');
  });

  it('counts in the words of the definition: commits and incidents', async () => {
    await show(answering(buildFourKeysReport()));
    expect(plain(await tile('Change lead time'))).toContain(
      'median of 142 commits',
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Delivery week by week: Show as a table',
      }),
    );
    const columns = screen.getAllByRole('columnheader').map(plain);
    expect(columns).toContain('In the fail rate');
    expect(columns).toContain('Resolution of incidents, median');
    expect(columns).not.toContain('of them failed');
  });

  it('shows what the tool of another definition prints', async () => {
    const report = buildDoraReport();
    await show(
      answering({
        ...report,
        deploymentReworkRate: buildEmptyMetrics().deploymentReworkRate,
        definition: { ...report.definition, id: 'devlake', title: 'DevLake' },
        contexts: buildContexts({
          'change-lead-time': {
            benchmark: null,
            ungraded: 'definition',
            printed: { value: 1_335, unit: 'minutes', text: 'high' },
          },
        }),
      }),
    );
    const leadTime = plain(await tile('Change lead time'));
    expect(leadTime).toContain('DevLake: 1,335 min, high');
    expect(leadTime).toContain('no benchmark');
    expect(plain(await tile('Deployment rework rate'))).toContain(
      'This definition has no such number',
    );
  });
});

describe('the definition and the edition', () => {
  it('are asked for as the URL says, and left out of it where they hold anyway', async () => {
    const getEntityDora = jest.fn<Promise<DoraReport>, unknown[]>(async () =>
      buildDoraReport(),
    );
    await show({ getEntityDora }, { search: '?profile=devlake&edition=2024' });
    await tile('Change lead time');
    expect(getEntityDora.mock.calls[0][1]).toEqual({
      window: 'P90D',
      profile: 'devlake',
      edition: '2024',
    });
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Definition' }),
      'DORA 2026',
    );
    expect(getEntityDora.mock.calls.at(-1)?.[1]).toEqual({
      window: 'P90D',
      edition: '2024',
    });
  });
});

describe('the evidence', () => {
  it('narrows to the week of a mark, and to all again', async () => {
    const listEntityDeployments = jest.fn(
      createFakeOpmodelApi().listEntityDeployments,
    );
    const listEntityIncidents = jest.fn(
      createFakeOpmodelApi().listEntityIncidents,
    );
    await show({ listEntityDeployments, listEntityIncidents });
    const [mark] = await screen.findAllByRole('button', {
      name: 'Week of 31 Aug 2026: 1 failed deployment',
    });
    await userEvent.click(mark);
    await waitFor(() =>
      expect(listEntityDeployments.mock.calls.at(-1)?.[1]).toEqual({
        from: '2026-08-31',
        to: '2026-09-06',
        limit: 20,
      }),
    );
    expect(listEntityIncidents.mock.calls.at(-1)?.[1]).toEqual({
      from: '2026-08-31',
      to: '2026-09-06',
      limit: 20,
    });
    const panel = within(
      screen.getByRole('region', { name: 'Deployments and their changes' }),
    );
    await userEvent.click(panel.getByRole('button', { name: 'Show all' }));
    await waitFor(() =>
      expect(listEntityDeployments.mock.calls.at(-1)?.[1]).toEqual({
        window: 'P90D',
        limit: 20,
      }),
    );
  });

  it('asks for failed deployments and unlinked incidents as the URL says', async () => {
    const listEntityDeployments = jest.fn(
      createFakeOpmodelApi().listEntityDeployments,
    );
    const listEntityIncidents = jest.fn(
      createFakeOpmodelApi().listEntityIncidents,
    );
    await show(
      { listEntityDeployments, listEntityIncidents },
      { search: '?deployments=failed&incidents=unlinked&edition=2024' },
    );
    await waitFor(() =>
      expect(listEntityIncidents.mock.calls[0]?.[1]).toEqual({
        window: 'P90D',
        limit: 20,
        state: 'unlinked',
      }),
    );
    expect(listEntityDeployments.mock.calls[0]?.[1]).toEqual({
      window: 'P90D',
      limit: 20,
      failed: true,
    });
  });
});

describe('an explanation', () => {
  it('of a share divides what it counts, shows its bands, checks and decisions', async () => {
    const report = buildDoraReport({
      contexts: buildContexts({
        'change-fail-rate': { benchmark: buildTierBenchmark() },
      }),
    });
    await show(
      {
        ...answering(report),
        explainEntityDora: async (_, metric) =>
          buildExplanation(report, metric),
      },
      { search: '?explain=change-fail-rate' },
    );
    const drawer = within(
      await screen.findByRole('dialog', { name: 'Change fail rate' }),
    );
    expect(
      await drawer.findByText(
        /4 deployments that failed ÷ 41 deployments that count/,
      ),
    ).toBeInTheDocument();
    const bands = within(drawer.getByRole('table', { name: 'Benchmark' }));
    expect(plain(bands.getAllByRole('row')[2])).toContain(
      '5 to 20 % this number',
    );
    expect(
      await drawer.findByText(/Accelerate State of DevOps 2024/),
    ).toBeInTheDocument();
    expect(drawer.getByText('interpolated')).toBeInTheDocument();
    expect(
      drawer.getByRole('table', { name: 'How good the data is' }),
    ).toBeInTheDocument();
  });

  it('of a share of incidents names them, and no failed deployments', async () => {
    const fourKeys = buildFourKeysReport();
    await show(
      {
        ...answering(fourKeys),
        explainEntityDora: async (_, metric) =>
          buildExplanation(fourKeys, metric),
      },
      { search: '?explain=change-fail-rate' },
    );
    const drawer = within(
      await screen.findByRole('dialog', { name: 'Change fail rate' }),
    );
    expect(
      await drawer.findByText(
        /4 incidents that are divided by the deployments ÷ 41 deployments that count/,
      ),
    ).toBeInTheDocument();
    expect(drawer.queryByText(/deployments that failed/)).toBeNull();
  });

  it('opens from a number and holds sentence, formula, sample, exclusions, window and rows', async () => {
    await show();
    await userEvent.click(
      within(await tile('Change lead time')).getByRole('button', {
        name: 'Explain Change lead time',
      }),
    );
    const drawer = within(
      await screen.findByRole('dialog', { name: 'Change lead time' }),
    );
    expect(
      await drawer.findByText(/from the first commit of a change/),
    ).toBeInTheDocument();
    expect(
      drawer.getByText(/lies midway between places 71 and 72/),
    ).toBeInTheDocument();
    expect(drawer.getByText(/N = 142 changes/)).toBeInTheDocument();
    expect(
      drawer.getByRole('button', { name: /12 changes already delivered/ }),
    ).toBeInTheDocument();
    expect(drawer.getByText(/Europe\/Berlin/)).toBeInTheDocument();
    expect(await drawer.findByText('4.18.0')).toBeInTheDocument();
  });

  it('is a link, and a count of what was left out opens its rows', async () => {
    const listEntityDeployments = jest.fn(
      createFakeOpmodelApi().listEntityDeployments,
    );
    await show(
      { listEntityDeployments },
      { search: '?explain=deployment-frequency' },
    );
    const drawer = within(
      await screen.findByRole('dialog', { name: 'Deployment frequency' }),
    );
    expect(
      await drawer.findByText(/41 deployments ÷ 12.86 weeks/),
    ).toBeInTheDocument();
    await userEvent.click(
      drawer.getByRole('button', { name: /39 deployments not production/ }),
    );
    await waitFor(() =>
      expect(listEntityDeployments).toHaveBeenLastCalledWith(
        'component:default/payments-api',
        { window: 'P90D', limit: 20, exclusion: 'not_production' },
        expect.anything(),
      ),
    );
    await userEvent.click(drawer.getByRole('button', { name: 'Show all' }));
    expect(drawer.queryByText('Only: not production')).not.toBeInTheDocument();
  });
});
