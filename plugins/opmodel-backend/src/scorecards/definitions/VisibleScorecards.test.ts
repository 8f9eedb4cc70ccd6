import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import { publishedWith } from '../testing/publishedScorecard';
import { FakeScorecardStore } from './FakeScorecardStore';
import { VisibleScorecards } from './VisibleScorecards';

const open = 'scorecard:default/open';
const secret = 'scorecard:default/secret';
const portal = 'scorecard:default/portal';

describe('VisibleScorecards', () => {
  async function visible(): Promise<VisibleScorecards> {
    const catalog = new FakeCatalogStore();
    await scanEntities(catalog, [
      entityOf(open, { labels: { open: 'yes' } }),
      entityOf(secret),
    ]);
    const scorecards = new FakeScorecardStore();
    await scorecards.publish(
      [
        publishedWith({ ref: open }),
        publishedWith({ ref: secret }),
        publishedWith({ ref: portal }, { origin: 'portal' }),
      ],
      { now: 1 },
    );
    return new VisibleScorecards({ scorecards, catalog });
  }
  const seesOpen: Visibility = {
    type: 'condition',
    condition: { key: 'metadata.labels.open', values: ['yes'] },
  };

  it.each([
    ['everything', seesAll, [open, portal, secret]],
    ['some documents', seesOpen, [open, portal]],
    ['nothing', seesNone, []],
  ])('shows to whoever sees %s what they may see', async (_, sees, refs) => {
    const found = await (await visible()).list(sees);
    expect(found.map(({ definition: { ref } }) => ref)).toEqual(refs);
  });

  it('shows what counts to the overall level before what does not', async () => {
    const scorecards = new FakeScorecardStore();
    await scorecards.publish(
      [
        publishedWith({ ref: open, countsToOverall: false }),
        publishedWith({ ref: portal }),
        publishedWith({ ref: secret }),
      ],
      { now: 1 },
    );
    const visibleScorecards = new VisibleScorecards({
      scorecards,
      catalog: new FakeCatalogStore(),
    });
    const found = await visibleScorecards.list(seesAll);
    expect(found.map(({ definition: { ref } }) => ref)).toEqual([
      portal,
      secret,
      open,
    ]);
  });

  it('says of what is hidden what it says of what is not there', async () => {
    const scorecards = await visible();
    expect(await scorecards.find(open, seesOpen)).toMatchObject({ version: 1 });
    await expect(scorecards.find(secret, seesOpen)).rejects.toThrow(
      `No scorecard '${secret}'`,
    );
    const none = 'scorecard:default/none';
    await expect(scorecards.find(none, seesOpen)).rejects.toThrow(
      `No scorecard '${none}'`,
    );
  });
});
