import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { acceptancesRouteRef, pagesRouteRef } from '../../routes';
import {
  buildGroupReport,
  buildReport,
  CHECKOUT,
  createFakeOpmodelApi,
  READINESS,
  textOf,
} from '../../testing';
import { EntityScorecardsContent } from './EntityScorecardsContent';

async function show(overrides: Partial<OpmodelApi> = {}, path = '/') {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout-api', namespace: 'default' },
        }}
      >
        <EntityScorecardsContent />
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/scorecards': pagesRouteRef,
        '/acceptances': acceptancesRouteRef,
      },
    },
  );
}

const answer = () => screen.findByRole('region', { name: 'Where it stands' });
const block = () =>
  screen.findByRole('region', { name: 'Production readiness' });

describe('EntityScorecardsContent of an entity', () => {
  it('answers first: the level, since when, what is missing for the next one, and how much is known', async () => {
    await show();
    const text = textOf(await answer());
    expect(text).toContain(
      'Bronzeoverall: the weakest of 2 scorecards that count, held back by Production readiness',
    );
    expect(text).toContain('For Silver:');
    expect(text).toContain('Has an SLO (not known yet)');
    expect(text).toContain('33 %3 of 5 judged');
  });

  it('says what to fix first, with the fix', async () => {
    await show();
    const text = textOf(
      await screen.findByRole('region', { name: 'What to fix first' }),
    );
    expect(text).toContain('Reaches Silver in Production readiness');
    expect(text).toContain('Look at failed deployments first.');
  });

  it('lists checks by level, what needs attention first, and by category on demand', async () => {
    await show();
    const silver = within(await block()).getByRole('region', {
      name: 'Silver',
    });
    expect(
      within(silver)
        .getAllByRole('button')
        .map(row => textOf(row).slice(0, 40)),
    ).toEqual([
      expect.stringContaining('failedFew changes fail'),
      expect.stringContaining('not reportedHas an SLO'),
    ]);
    expect(textOf(silver)).toContain('24 %');
    expect(textOf(silver)).toContain('counts as before');
    await userEvent.click(screen.getByRole('button', { name: 'By category' }));
    expect(
      within(await block()).getByRole('region', { name: 'Delivery' }),
    ).toBeInTheDocument();
  });

  it('opens a check: why, how to fix it, and on what it rests', async () => {
    await show();
    const row = within(await block()).getByRole('button', {
      name: /Few changes fail/,
    });
    await userEvent.click(row);
    expect(row).toHaveAttribute('aria-expanded', 'true');
    const facts = screen.getByRole('table', {
      name: 'Facts behind Few changes fail',
    });
    expect(textOf(facts)).toContain('dora.changeFailRate24 %DORA metrics');
    expect(
      within(facts).getByRole('link', { name: 'DORA metrics' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout-api/dora');
    expect(screen.getByText('dora.changeFailRate <= 0.15')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Guide/ })).toHaveAttribute(
      'href',
      'https://docs.example.com/changes',
    );
  });

  it('names the debt of the entity that is linked to a check, once it is open', async () => {
    const listDebtItems = jest.fn(async () => ({
      items: [{ id: 'd1', title: 'Releases by hand', status: 'planned' }],
      totalItems: 1,
      nextCursor: null,
      mayCreate: false,
    }));
    await show({
      listDebtItems: listDebtItems as unknown as OpmodelApi['listDebtItems'],
    });
    const row = within(await block()).getByRole('button', {
      name: /Few changes fail/,
    });
    expect(listDebtItems).not.toHaveBeenCalled();
    await userEvent.click(row);
    expect(
      await screen.findByRole('heading', { name: 'Debt linked to this' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Releases by hand' }),
    ).toHaveAttribute('href', '/tech-debt/items/d1');
    expect(listDebtItems).toHaveBeenCalledTimes(1);
    expect(listDebtItems).toHaveBeenCalledWith(
      expect.objectContaining({
        linkType: 'check',
        linkRef: `${READINESS}#change-failures`,
        entity: CHECKOUT,
      }),
      expect.anything(),
    );
  });

  it('opens the check that a link names, and says that it is accepted debt', async () => {
    await show({}, `/?check=${encodeURIComponent(`${READINESS}#has-runbook`)}`);
    expect(textOf(await block())).toContain(
      'exempt: accepted debt “It is switched off in spring”, until 1 Mar 2027',
    );
    expect(
      screen.getByRole('link', { name: 'See it among the acceptances' }),
    ).toHaveAttribute('href', '/acceptances?box=all&id=a1');
  });

  it('says by what a check counts while nothing can be found', async () => {
    await show({}, `/?check=${encodeURIComponent(`${READINESS}#has-slo`)}`);
    const text = textOf(await block());
    expect(text).toContain('Why: slo.count was never told');
    expect(text).toContain('it counts as what was found last: passed');
  });

  it('offers an exemption only where there is something to excuse and the caller may ask', async () => {
    const path = `/?check=${encodeURIComponent(`${READINESS}#exercised`)}`;
    await show({}, path);
    await userEvent.click(
      within(await block()).getByRole('button', {
        name: 'Ask for an exemption',
      }),
    );
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
  });

  it('offers nothing that the caller may not do', async () => {
    await show(
      {
        getEntityScorecards: async () =>
          buildReport({
            mayEvaluate: false,
            mayAttest: false,
            mayRequestExemption: false,
          }),
      },
      `/?check=${encodeURIComponent(`${READINESS}#exercised`)}`,
    );
    expect(
      within(await block()).getByRole('button', { name: 'Explain' }),
    ).toBeInTheDocument();
    for (const name of [
      'Ask for an exemption',
      'Vouch for it',
      'Evaluate now',
    ]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  it('explains a verdict with facts, filters and rules', async () => {
    await show(
      {},
      `/?check=${encodeURIComponent(`${READINESS}#change-failures`)}`,
    );
    await userEvent.click(
      within(await block()).getByRole('button', { name: 'Explain' }),
    );
    const drawer = await screen.findByRole('dialog', {
      name: 'Few changes fail',
    });
    await waitFor(() =>
      expect(textOf(drawer)).toContain(
        'Facts are believed for 1 d after they were told.',
      ),
    );
    expect(textOf(drawer)).toContain('holds: it is asked');
    expect(textOf(drawer)).toContain('2 evaluations in a row');
  });

  it('is evaluated at once on demand, and asked for again', async () => {
    const evaluateEntityScorecards = jest.fn(async () => buildReport());
    const getEntityScorecards = jest.fn(async () => buildReport());
    await show({ evaluateEntityScorecards, getEntityScorecards });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Evaluate now' }),
    );
    expect(evaluateEntityScorecards).toHaveBeenCalledWith(CHECKOUT);
    await waitFor(() => expect(getEntityScorecards).toHaveBeenCalledTimes(2));
    expect(
      await screen.findByText('Evaluated by the facts that are known'),
    ).toBeInTheDocument();
  });

  it('tells its history, and which scorecards ask nothing', async () => {
    await show();
    const history = await screen.findByRole('region', { name: 'History' });
    await waitFor(() =>
      expect(textOf(history)).toContain('Few changes fail: passed → failed'),
    );
    expect(textOf(history)).toContain('Silver→Bronze');
    expect(
      textOf(
        screen.getByRole('region', {
          name: 'Scorecards that ask nothing of it',
        }),
      ),
    ).toContain('Data products');
  });

  it('says so where nothing is asked', async () => {
    await show({
      getEntityScorecards: async () =>
        buildReport({ overall: null, scorecards: [], nextSteps: [] }),
    });
    expect(
      await screen.findByText('No scorecard asks anything of it'),
    ).toBeInTheDocument();
  });

  it('says what is wrong where it cannot be shown', async () => {
    await show({
      getEntityScorecards: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('tells an error from what is not known yet', async () => {
    await show({
      getEntityScorecards: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(await screen.findByText('Not known yet')).toBeInTheDocument();
  });
});

describe('EntityScorecardsContent of a group', () => {
  it('rolls up what it owns: levels in words and numbers, coverage, and the check that is in question', async () => {
    await show({ getEntityScorecards: async () => buildGroupReport() });
    const totals = await block();
    expect(textOf(totals)).toContain('75 %40 of 50 judged');
    expect(textOf(totals)).toContain('+5 points in 90 days');
    await userEvent.click(
      within(totals).getByRole('button', {
        name: /^Show its \d+ checks?: Production readiness$/,
      }),
    );
    expect(textOf(totals)).toContain('bad standard?');
    expect(
      within(totals).getByRole('img', {
        name: 'Levels: Starting 1, Bronze 6, Silver 3',
      }),
    ).toBeInTheDocument();
    const link = within(totals).getByRole('link', { name: 'Silver 3' });
    const query = new URL(link.getAttribute('href')!, 'http://localhost')
      .searchParams;
    expect(Object.fromEntries(query)).toEqual({
      owner: 'group:default/payments',
      scorecard: READINESS,
      level: '2',
    });
    expect(
      screen.queryByText('No scorecard asks anything of it'),
    ).not.toBeInTheDocument();
  });

  it('answers first, over all scorecards that count, and of what is in it', async () => {
    await show({ getEntityScorecards: async () => buildGroupReport() });
    const overall = await screen.findByRole('region', {
      name: 'Where everything stands',
    });
    expect(textOf(overall)).toContain('10 entities with an overall level');
    const held = within(overall).getByRole('link', {
      name: 'Production readiness',
    });
    const query = new URL(held.getAttribute('href')!, 'http://localhost')
      .searchParams;
    expect(Object.fromEntries(query)).toEqual({
      owner: 'group:default/payments',
      scorecard: READINESS,
    });
    // Nothing is asked of the group itself, so nothing of it can be evaluated.
    expect(
      screen.queryByRole('button', { name: 'Evaluate now' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText('not evaluated yet')).not.toBeInTheDocument();
  });
});
