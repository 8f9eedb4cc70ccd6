import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import type {
  FactProviderView,
  OpmodelApi,
  ScorecardSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsLinkRouteRef } from '../../routes';
import { ScorecardsSection } from './ScorecardsSection';

const provider: FactProviderView = {
  id: 'dora',
  title: 'DORA metrics',
  cadenceSeconds: 3_600,
  freshnessSeconds: 172_800,
  state: 'fresh',
  reportedAt: '2026-11-23T08:00:00.000Z',
  nextAt: '2026-11-23T09:00:00.000Z',
  entities: 1_204,
  problems: 0,
  error: null,
  facts: [
    { name: 'changeFailRate', type: 'number', unit: 'ratio', description: '' },
  ],
};
const broken: FactProviderView = {
  ...provider,
  id: 'repository',
  title: 'Repositories',
  state: 'failed',
  problems: 7,
  error: 'The host of the code did not answer',
};

const counts = {
  passed: 9,
  failed: 0,
  warning: 0,
  not_applicable: 0,
  not_reported: 0,
  error: 0,
  exempt: 0,
};
const scorecard = (title: string, problems: number) => ({
  ref: `scorecard:default/${title.toLowerCase()}`,
  title,
  problems,
});
const check = (name: string, error: number) => ({
  checkId: name,
  name,
  summary: { applicable: 12, counts: { ...counts, error } },
});

function show(api: Partial<OpmodelApi>) {
  renderInTestApp(<ScorecardsSection quiet={false} />, {
    mountedRoutes: { '/standards': scorecardsLinkRouteRef },
    apis: [
      [
        opmodelApiRef,
        {
          listFactProviders: async () => ({ items: [provider, broken] }),
          getScorecardSummary: async () =>
            ({
              scorecards: [
                {
                  scorecard: scorecard('Readiness', 0),
                  checks: [check('Has a runbook', 3), check('Is owned', 0)],
                },
                { scorecard: scorecard('Security', 2), checks: [] },
              ],
            } as unknown as ScorecardSummary),
          ...api,
        } as OpmodelApi,
      ],
    ],
  });
}

const rowsOf = async (name: RegExp) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1);

describe('ScorecardsSection', () => {
  it('tells of each provider how fresh its facts are, those that fail first', async () => {
    show({});
    const [first, second] = await rowsOf(/Who tells the facts/);
    expect(first).toHaveTextContent('The host of the code did not answer');
    expect(first).toHaveTextContent('last run failed');
    expect(second).toHaveTextContent('DORA metrics');
    expect(second).toHaveTextContent('fresh');
    expect(second).toHaveTextContent('1,204');
    expect(second).toHaveTextContent('2 d');
  });

  it('lists definitions with problems and checks with errors, and no others', async () => {
    show({});
    const rows = await rowsOf(/Definitions with problems/);
    expect(rows.map(row => row.textContent)).toEqual([
      'Securitythe definition2 problems–',
      'ReadinessHas a runbookerror for 3 entities which12',
    ]);
    const [, readiness] = rows;
    expect(
      within(readiness).getByRole('link', { name: 'Readiness' }),
    ).toHaveAttribute('href', '/standards/default/readiness');
    expect(
      within(readiness).getByRole('link', { name: 'which' }),
    ).toHaveAttribute(
      'href',
      '/standards/entities?scorecard=scorecard%3Adefault%2Freadiness&check=Has+a+runbook&state=error',
    );
  });

  it('says where nobody tells facts, and where nothing is broken', async () => {
    show({
      listFactProviders: async () => ({ items: [] }),
      getScorecardSummary: async () =>
        ({ scorecards: [] } as unknown as ScorecardSummary),
    });
    expect(await screen.findByText('Nobody tells facts')).toBeVisible();
    expect(
      await screen.findByText(
        'Every definition and every check can be carried out',
      ),
    ).toBeVisible();
  });

  it('shows what it knows where the rest cannot be read', async () => {
    show({
      getScorecardSummary: async () => {
        throw new Error('The engine is away');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The engine is away',
    );
    expect(await rowsOf(/Who tells the facts/)).toHaveLength(2);
  });
});
