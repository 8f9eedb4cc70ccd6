import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { AttentionItem } from '@opmodel/backstage-plugin-opmodel-common';
import { screen } from '@testing-library/react';
import { acceptancesLinkRouteRef, scorecardsLinkRouteRef } from '../../routes';
import { AttentionRow } from './AttentionRow';

const itemWith = (part: Partial<AttentionItem>): AttentionItem => ({
  id: 'x',
  subject: 'scorecards',
  kind: 'level-lost',
  entityRef: 'group:default/shop',
  entityTitle: 'The shop',
  ownerRef: null,
  since: null,
  urgency: 'soon',
  values: {},
  ...part,
});

const about = {
  scorecardRef: 'scorecard:default/readiness',
  scorecardTitle: 'Readiness',
};

describe('AttentionRow', () => {
  async function show(item: AttentionItem, hasPages = true) {
    await renderInTestApp(
      <ul>
        <AttentionRow item={item} />
      </ul>,
      {
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
          '/inbox': acceptancesLinkRouteRef,
          ...(hasPages && { '/standards': scorecardsLinkRouteRef }),
        },
      },
    );
    return screen.getByRole('link', { name: /The shop/ });
  }

  it('says which check starts, when, and of how much it would fail', async () => {
    const link = await show(
      itemWith({
        kind: 'check-starting',
        values: {
          ...about,
          check: 'quick',
          checkName: 'Builds are quick',
          startsOn: '2026-12-01',
          failing: 3,
        },
      }),
    );
    expect(link).toHaveTextContent('A check starts soon that would fail');
    expect(
      screen.getByText(
        /^Readiness: “Builds are quick” starts on .*1.*, and 3 of what it owns would fail\.$/,
      ),
    ).toBeInTheDocument();
    expect(link).toHaveAttribute('href', '/standards/default/readiness');
  });

  it.each<[AttentionItem['kind'], AttentionItem['values'], string]>([
    ['campaign-open', { campaign: 'c1', open: 1 }, '/standards/campaigns/c1'],
    [
      'standard-in-question',
      { ...about, check: 'quick' },
      '/standards/default/readiness',
    ],
    ['level-lost', about, '/catalog/default/group/shop/scorecards'],
    ['acceptance-waiting', { acceptance: 'a1' }, '/inbox?box=all&id=a1'],
  ])('leads to where something is done about %s', async (kind, values, to) => {
    expect(await show(itemWith({ kind, values }))).toHaveAttribute('href', to);
  });

  it('leads to the tab of the entity where the app has no pages of scorecards', async () => {
    const item = itemWith({ kind: 'scorecard-wrong', values: about });
    expect(await show(item, false)).toHaveAttribute(
      'href',
      '/catalog/default/group/shop/scorecards',
    );
  });
});
