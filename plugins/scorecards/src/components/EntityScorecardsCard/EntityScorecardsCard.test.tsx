import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { EntityScorecards } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import {
  buildGroupReport,
  buildReport,
  buildResult,
  buildScorecard,
  createFakeOpmodelApi,
  textOf,
} from '../../testing';
import { EntityScorecardsCard } from './EntityScorecardsCard';

async function show(report: EntityScorecards) {
  const { container } = await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({ getEntityScorecards: async () => report }),
        ],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout-api', namespace: 'default' },
        }}
      >
        <EntityScorecardsCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  await screen.findAllByText(/Bronze|nothing is asked|no overall level/);
  return textOf(container);
}

describe('EntityScorecardsCard', () => {
  it('shows the level overall, what holds it back, and what comes next', async () => {
    const text = await show(buildReport());
    expect(text).toContain('BronzeHeld back by Production readiness');
    expect(text).toContain('Silver next: Few changes fail');
    expect(
      screen.getByRole('link', { name: 'All about its scorecards' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout-api/scorecards',
    );
  });

  it('does not call complete what is only not known', async () => {
    const text = await show(buildReport({ nextSteps: [] }));
    expect(text).toContain('not all that is asked is known');
  });

  it('sums up what a group owns, with how much of it is known', async () => {
    const text = await show(buildGroupReport());
    expect(text).toContain('Overall levels of 10 entities in it');
    expect(text).toContain('75 %40 of 50 judged');
    expect(text).toContain('Production readiness holds 10 entities back');
  });

  it('gives what a group owns no overall level where no scorecard counts', async () => {
    const report = buildGroupReport();
    const text = await show({
      ...report,
      members: { ...report.members!, overall: null },
    });
    expect(text).toContain('no overall level');
    expect(text).toContain('ask something of 10 entities in it');
  });

  it('lists what holds it back first, and says how many there are more', async () => {
    const others = ['a', 'b', 'c'].map(name =>
      buildResult({
        scorecard: buildScorecard({
          ref: `scorecard:default/${name}`,
          title: name,
        }),
      }),
    );
    const text = await show(
      buildReport({ scorecards: [...others, buildResult()] }),
    );
    expect(text).toContain('Production readinessBronzeaBronzebBronze');
    expect(text).toContain('and 1 more scorecard');
  });

  it('says so where nothing is asked', async () => {
    const text = await show(
      buildReport({ overall: null, scorecards: [], nextSteps: [] }),
    );
    expect(text).toContain('No scorecard asks anything of it.');
  });
});
