import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { acceptancesRouteRef, pagesRouteRef, rootRouteRef } from '../../routes';
import {
  buildDetail,
  buildEntities,
  buildHeatMap,
  buildScorecard,
  buildScoreChanges,
  buildSeries,
  buildSummary,
  createFakeOpmodelApi,
  READINESS,
  textOf,
} from '../../testing';
import { toHeatMapCsv } from '../HeatMapPage/toHeatMapCsv';
import { toSummaryCsv } from '../ScorecardTotals';
import { toSeriesCsv } from '../TrendsPage/toSeriesCsv';
import { ScorecardPages } from './ScorecardPages';

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

async function show(path: string, overrides: Partial<OpmodelApi> = {}) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <Address />
      <Routes>
        <Route path="/scorecards/*" element={<ScorecardPages />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/scorecards': rootRouteRef,
        '/scorecard-pages': pagesRouteRef,
        '/acceptances': acceptancesRouteRef,
      },
    },
  );
}

const queryOf = (link: HTMLElement) => {
  const { pathname, searchParams } = new URL(
    link.getAttribute('href')!,
    'http://localhost',
  );
  return { pathname, ...Object.fromEntries(searchParams) };
};

describe('the overview', () => {
  it('answers first: overall levels, what holds most back, and what fails most', async () => {
    await show('/scorecards?tier=1');
    const overall = await screen.findByRole('region', {
      name: 'Where everything stands',
    });
    expect(textOf(overall)).toContain('75 %40 of 50 judged');
    expect(
      within(overall).getByRole('img', {
        name: 'Levels: Starting 1, Bronze 6, Silver 3',
      }),
    ).toBeInTheDocument();
    const held = within(overall).getByRole('region', {
      name: 'What holds them back',
    });
    expect(textOf(held)).toMatch(/Production readiness10 entities · 100\s%/);
    const failing = screen.getByRole('region', { name: 'What fails most' });
    expect(textOf(failing)).toContain(
      '2 of 8 judged fail · Production readiness',
    );
    expect(
      queryOf(within(failing).getByRole('link', { name: 'Has a runbook' })),
    ).toEqual({
      pathname: '/scorecard-pages/entities',
      tier: '1',
      scorecard: READINESS,
      check: 'has-runbook',
      state: 'failed',
    });
  });

  it('says that nothing matches, once, and takes the filters away', async () => {
    const getScorecardSummary = jest.fn(async () => ({
      ...buildSummary(),
      scored: 0,
      overall: null,
    }));
    await show('/scorecards?tier=9', { getScorecardSummary });
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Production readiness' }),
    ).not.toBeInTheDocument();
    // The filter bar has such a button too.
    const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear);
    expect(screen.getByTestId('address')).toHaveTextContent(/^\/scorecards$/);
  });

  it('shows each scorecard: levels, what passes beside how much is known, and its checks on demand', async () => {
    await show('/scorecards');
    const panel = await screen.findByRole('region', {
      name: 'Production readiness',
    });
    expect(textOf(panel)).toContain('75 %40 of 50 judged');
    expect(textOf(panel)).toContain('+5 points in 90 days');
    expect(within(panel).queryByRole('table')).not.toBeInTheDocument();
    await userEvent.click(
      within(panel).getByRole('button', {
        name: /^Show its \d+ checks?: Production readiness$/,
      }),
    );
    expect(textOf(panel)).toContain('bad standard?');
    expect(
      screen.getByText('Something is asked of 10 of 12 entities'),
    ).toBeInTheDocument();
    const links = within(
      screen.getByRole('navigation', { name: 'Pages of scorecards' }),
    ).getAllByRole('link');
    expect(links.map(textOf)).toEqual([
      'Overview',
      'Entities',
      'Heat map',
      'Trends',
      'Why it moved',
      'Campaigns',
      'Exemptions',
      'Drafts',
    ]);
  });

  it('asks for exactly what a link says, and hands the selection on', async () => {
    const getScorecardSummary = jest.fn(async () => buildSummary());
    await show(
      '/scorecards?owner=group:default/checkout&tier=1&kind=component',
      { getScorecardSummary },
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: /^Show its \d+ checks?: Production readiness$/,
      }),
    );
    const failed = screen.getByRole('link', {
      name: '2 failed: Has a runbook',
    });
    expect(getScorecardSummary).toHaveBeenLastCalledWith(
      {
        owner: ['group:default/checkout'],
        descendants: true,
        tier: '1',
        kind: 'component',
      },
      expect.anything(),
    );
    expect(queryOf(failed)).toEqual({
      pathname: '/scorecard-pages/entities',
      owner: 'group:default/checkout',
      tier: '1',
      kind: 'component',
      scorecard: READINESS,
      check: 'has-runbook',
      state: 'failed',
    });
  });

  it('says what makes the first scorecard appear', async () => {
    await show('/scorecards', {
      getScorecardSummary: async () => ({ ...buildSummary(), scorecards: [] }),
    });
    expect(await screen.findByText('No scorecard yet')).toBeInTheDocument();
    expect(screen.getByText(/kind: Scorecard/)).toBeInTheDocument();
  });

  it('says which permission is missing', async () => {
    await show('/scorecards', {
      getScorecardSummary: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('offers to try again after an error', async () => {
    const getScorecardSummary = jest
      .fn<Promise<ReturnType<typeof buildSummary>>, []>()
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValue(buildSummary());
    await show('/scorecards', { getScorecardSummary });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Production readiness' }),
    ).toBeInTheDocument();
  });

  it('exports a row a check', () => {
    const [head, row] = toSummaryCsv(buildSummary()).split('\r\n');
    expect(head.split(',').slice(-2)).toEqual(['error', 'bad_standard']);
    expect(row).toContain('has-runbook,Has a runbook,Operations,Bronze,0.75');
  });
});

describe('the list of entities', () => {
  it('shows the verdict of the check that is asked for', async () => {
    const listScoredEntities = jest.fn(async () => buildEntities());
    await show(
      `/scorecards/entities?scorecard=${READINESS}&check=has-slo&state=failed&level=1&sort=-failed`,
      { listScoredEntities },
    );
    const table = await screen.findByRole('table', { name: 'Entities' });
    expect(textOf(table)).toContain('Checkout APIBronze');
    expect(textOf(table)).toContain('failed 0.24');
    expect(listScoredEntities).toHaveBeenLastCalledWith(
      {
        scorecard: READINESS,
        check: 'has-slo',
        state: 'failed',
        level: 1,
        sort: '-failed',
        limit: 50,
      },
      expect.anything(),
    );
    // What the list is about is open on the tab.
    expect(
      queryOf(within(table).getByRole('link', { name: 'Checkout API' })),
    ).toEqual({
      pathname: '/catalog/default/component/checkout-api/scorecards',
      check: `${READINESS}#has-slo`,
    });
  });

  it('narrows by scorecard, check and verdict, in the URL', async () => {
    await show('/scorecards/entities');
    await screen.findByRole('table', { name: 'Entities' });
    await userEvent.selectOptions(
      screen.getByLabelText('Scorecard'),
      'Production readiness',
    );
    await userEvent.selectOptions(
      screen.getByLabelText('Check'),
      await screen.findByRole('option', { name: 'Has a runbook' }),
    );
    await userEvent.selectOptions(
      screen.getByLabelText('Verdict'),
      'not reported',
    );
    expect(
      decodeURIComponent(screen.getByTestId('address').textContent ?? ''),
    ).toContain(`scorecard=${READINESS}&check=has-runbook&state=not_reported`);
    await userEvent.selectOptions(screen.getByLabelText('Scorecard'), '');
    expect(screen.queryByLabelText('Check')).not.toBeInTheDocument();
  });

  it('tells that nothing matches', async () => {
    await show('/scorecards/entities?text=none', {
      listScoredEntities: async () => ({
        items: [],
        totalItems: 0,
        nextCursor: null,
      }),
    });
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
  });
});

describe('the heat map', () => {
  const grid = () => screen.findByRole('grid', { name: 'Heat map' });

  it('says each cell in words, and leads to the entities behind it', async () => {
    await show('/scorecards/heat-map');
    const cell = within(await grid()).getByRole('link', {
      name: /^Checkout, Has a runbook: 50\s% of 4 judged pass, 2 failed, 1 exempt, 0 not reported or in error$/,
    });
    expect(queryOf(cell)).toEqual({
      pathname: '/scorecard-pages/entities',
      owner: 'group:default/checkout',
      descendants: 'false',
      scorecard: READINESS,
      check: 'has-runbook',
      state: 'failed',
    });
    const unjudged = within(await grid()).getByRole('link', {
      name: /^Payments, Has an SLO: no data/,
    });
    expect(textOf(unjudged)).toBe('no data');
  });

  it('is one stop of the tab key, and moves with the arrow keys', async () => {
    await show('/scorecards/heat-map');
    const cells = within(await grid()).getAllByRole('link');
    expect(cells.filter(cell => cell.tabIndex === 0)).toHaveLength(1);
    cells[0].focus();
    fireEvent.keyDown(cells[0], { key: 'ArrowDown' });
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
    expect(document.activeElement).toHaveAccessibleName(
      /^Checkout, Has a runbook/,
    );
    fireEvent.keyDown(document.activeElement!, { key: 'PageDown' });
    expect(document.activeElement).toHaveAccessibleName(
      /^Payments, Has a runbook/,
    );
  });

  it('puts other rows beside the checks', async () => {
    const getScorecardHeatMap = jest.fn(async () => buildHeatMap());
    await show('/scorecards/heat-map', { getScorecardHeatMap });
    await grid();
    await userEvent.click(screen.getByRole('button', { name: 'Groups below' }));
    await waitFor(() =>
      expect(getScorecardHeatMap).toHaveBeenLastCalledWith(
        { scorecard: READINESS, by: 'group' },
        expect.anything(),
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Only Payments, and the groups below it',
      }),
    );
    await waitFor(() =>
      expect(getScorecardHeatMap).toHaveBeenLastCalledWith(
        {
          scorecard: READINESS,
          by: 'group',
          owner: ['group:default/payments'],
          descendants: true,
        },
        expect.anything(),
      ),
    );
  });

  it('exports a line a cell', () => {
    expect(toHeatMapCsv(buildHeatMap()).trim().split('\r\n')).toHaveLength(5);
  });
});

describe('trends', () => {
  it('has levels and shares as tables too, and gaps where nothing is known', async () => {
    await show('/scorecards/trends?window=P1Y');
    await userEvent.click(
      await screen.findByRole('button', { name: /^Levels over time: / }),
    );
    const levels = screen.getByRole('region', {
      name: /^How many of what is selected/,
    });
    expect(within(levels).getAllByRole('row').map(textOf).slice(1)).toEqual([
      '15 Nov 20263609',
      '22 Nov 202616310',
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: /^Passing over time: / }),
    );
    const shares = screen.getByRole('region', {
      name: /^The share of judged checks/,
    });
    expect(within(shares).getAllByRole('row').map(textOf).slice(1)).toEqual([
      '15 Nov 2026––',
      '22 Nov 202675 %80 %',
    ]);
    expect(
      screen.getByText('Version 3: Asks for runbooks'),
    ).toBeInTheDocument();
  });

  it('answers first: what passes, and how that changed since it is known', async () => {
    const [, last] = buildSeries().points;
    const earlier = { ...last, day: '2026-11-08', passing: 0.7 };
    await show('/scorecards/trends?tier=1', {
      getScorecardSeries: async () => ({
        ...buildSeries(),
        points: [
          { ...earlier, day: '2026-11-01', passing: null },
          earlier,
          last,
        ],
      }),
    });
    expect(await screen.findByText(/^75\s% passing$/)).toBeInTheDocument();
    expect(screen.getByText('+5 points since 8 Nov 2026')).toBeInTheDocument();
    expect(
      queryOf(screen.getAllByRole('link', { name: 'Why it moved' })[1]),
    ).toEqual({
      pathname: '/scorecard-pages/changes',
      tier: '1',
      scorecard: READINESS,
    });
  });

  it('compares nothing where there is but one figure', async () => {
    await show('/scorecards/trends');
    expect(
      await screen.findByText(/^judged since 22 Nov 2026/),
    ).toBeInTheDocument();
  });

  it('says that nothing is judged where it ends without a figure', async () => {
    const [first] = buildSeries().points;
    await show('/scorecards/trends', {
      getScorecardSeries: async () => ({ ...buildSeries(), points: [first] }),
    });
    expect(await screen.findByText('nothing is judged')).toBeInTheDocument();
  });

  it('asks for the window and the step of the URL', async () => {
    const getScorecardSeries = jest.fn(async () => buildSeries());
    await show('/scorecards/trends?window=P1Y', { getScorecardSeries });
    await userEvent.click(await screen.findByRole('button', { name: 'Month' }));
    await waitFor(() =>
      expect(getScorecardSeries).toHaveBeenLastCalledWith(
        { scorecard: READINESS, window: 'P1Y', interval: 'month' },
        expect.anything(),
      ),
    );
  });

  it('exports a column a level', () => {
    const [head, , last] = toSeriesCsv(buildSeries()).split('\r\n');
    expect(head).toBe(
      'day,entities,passing,coverage,level_0_Starting,level_1_Bronze,level_2_Silver',
    );
    expect(last).toBe('2026-11-22,10,0.75,0.8,1,6,3');
  });
});

describe('why a score moved', () => {
  it('splits the change by its causes, and lists who moved', async () => {
    await show('/scorecards/changes');
    const causes = await screen.findByRole('table', {
      name: 'Why the passing share moved',
    });
    const text = textOf(causes);
    expect(text).toContain('On 24 Aug 202670 %');
    expect(text).toContain('+12 points');
    expect(text).toContain('−7 points');
    expect(text).toContain('75 % (+5 points)');
    const moved = textOf(
      screen.getByRole('table', { name: 'Entities whose level changed' }),
    );
    expect(moved).toContain('Checkout APISilverBronze');
    expect(moved).toContain('Has a runbook: not asked → failed');
  });

  it('says so where the change is not known', async () => {
    await show('/scorecards/changes', {
      getScoreChanges: async () => ({
        ...buildScoreChanges(),
        before: null,
        change: null,
        parts: null,
      }),
    });
    expect(
      await screen.findByText(/The share is not known at the beginning/),
    ).toBeInTheDocument();
    expect(screen.getByText('no data')).toBeInTheDocument();
  });
});

describe('one scorecard', () => {
  const PAGE = '/scorecards/default/production-readiness';

  it('is shown as a rubric, with totals, versions and its document', async () => {
    await show(PAGE);
    const rubric = await screen.findByRole('table', {
      name: 'What is asked for which level',
    });
    expect(within(rubric).getAllByRole('row').map(textOf)).toEqual([
      'CategoryBronzeThe leastSilver',
      'OperationsHas a runbook  Has an SLO  ',
    ]);
    expect(
      textOf(
        await screen.findByRole('table', {
          name: 'Checks of Production readiness',
        }),
      ),
    ).toContain('Has a runbook');
    expect(
      textOf(
        await screen.findByRole('table', { name: 'What version 3 changed' }),
      ),
    ).toContain('checks.has-runbooknew–Has a runbook');
    expect(await screen.findByText('kind: Scorecard')).toBeInTheDocument();
    expect(
      textOf(screen.getByRole('region', { name: 'Of what it is asked' })),
    ).toContain('Needs Done of basics first.');
  });

  it('cannot be edited where it is a document, but copied as a draft', async () => {
    await show(PAGE);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Copy as draft' }),
    );
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/scorecard-pages/drafts/new?copyOf=scorecard%3Adefault%2Fproduction-readiness',
    );
  });

  it('leads to the draft that there is', async () => {
    await show(PAGE, {
      getScorecard: async () =>
        buildDetail({
          scorecard: buildScorecard({ origin: 'portal' }),
          mayEdit: true,
          draftId: 'd1',
        }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Go on with the draft' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/scorecard-pages/drafts/d1',
    );
  });

  it('shows the document of an earlier version', async () => {
    const getScorecardDocument = jest.fn(async () => ({
      name: 'production-readiness.yaml',
      yaml: 'kind: Scorecard\n',
    }));
    await show(PAGE, { getScorecardDocument });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show its document: 2' }),
    );
    await waitFor(() =>
      expect(getScorecardDocument).toHaveBeenLastCalledWith(
        READINESS,
        { version: 2 },
        expect.anything(),
      ),
    );
  });

  it('names the problems of its definition', async () => {
    await show(PAGE, {
      getScorecard: async () =>
        buildDetail({
          problems: [
            {
              path: 'checks[0].expression',
              message: 'there is no fact catalog.link',
              range: null,
            },
          ],
        }),
    });
    expect(
      textOf(
        await screen.findByRole('table', {
          name: 'Problems of the definition',
        }),
      ),
    ).toContain('checks[0].expressionthere is no fact catalog.link');
  });

  it('says so where there is none', async () => {
    await show('/scorecards/default/none', {
      getScorecard: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(
      await screen.findByText('There is no such scorecard'),
    ).toBeInTheDocument();
  });
});
