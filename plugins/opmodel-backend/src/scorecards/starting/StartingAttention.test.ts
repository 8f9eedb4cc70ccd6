import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { VisibleScorecards } from '../definitions/VisibleScorecards';
import { FactProviders } from '../facts/FactProviders';
import { entityOf } from '../../testing/catalog';
import { checkWith, publishedWith } from '../testing/publishedScorecard';
import { fakeScoredStores } from '../testing/scoredStores';
import { StartingAttention } from './StartingAttention';
import { StartingChecks } from './StartingChecks';

const DAY = 24 * 3_600_000;
const now = Date.parse('2026-11-23T09:00:00Z');
const { signal } = new AbortController();

const cart = 'component:default/cart';
const post = 'component:default/post';
const sound = 'component:default/sound';
const silent = 'component:default/silent';
const orphan = 'component:default/orphan';
const company = 'group:default/company';
const shop = 'group:default/shop';
const mail = 'group:default/mail';
const readiness = 'scorecard:default/readiness';
const hidden = 'scorecard:default/hidden';

const startsAt = Date.parse('2026-12-01T00:00:00Z');

const provider = {
  id: 'build',
  title: 'Builds',
  schema: {
    minutes: { type: 'number' as const, description: 'How long it takes' },
  },
  cadence: { hours: 1 },
  freshness: { hours: 6 },
  provide: async () => [],
};

/** Everything but what is secret. */
const seesOpen: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.secret', values: ['yes'] } },
};

async function start() {
  const stores = fakeScoredStores();
  const providers = new FactProviders({ asked: [provider], pushed: [] });
  await stores.scan(
    [
      entityOf(company),
      entityOf(shop, { childOf: company, title: 'The shop' }),
      entityOf(mail, { childOf: shop }),
      entityOf(cart, { ownedBy: shop }),
      entityOf(post, { ownedBy: mail, labels: { secret: 'yes' } }),
      entityOf(sound, { ownedBy: shop }),
      entityOf(silent, { ownedBy: shop }),
      entityOf(orphan),
      entityOf(readiness),
      entityOf(hidden, { labels: { secret: 'yes' } }),
    ],
    { now },
  );
  await stores.facts.register(providers.list(), { now });
  await stores.facts.startRun('build', { owner: 'x', now, leaseMs: 1 });
  await stores.facts.tell(
    'build',
    Object.entries({ [cart]: 40, [post]: 50, [sound]: 5, [orphan]: 60 }).map(
      ([entityRef, minutes]) => ({
        entityRef,
        facts: { minutes },
        problem: null,
      }),
    ),
    { of: [cart, post, sound, orphan], now },
  );
  await stores.facts.finishRun('build', {
    owner: 'x',
    startedAt: now,
    finishedAt: now,
    nextAt: now + DAY,
    entities: 4,
    problems: 0,
    error: null,
  });
  const expression = 'build.minutes < 10.0';
  await stores.scorecards.publish(
    [
      publishedWith({
        ref: readiness,
        filter: 'build.minutes > 0.0',
        checks: [
          checkWith({
            id: 'quick',
            name: 'Builds are quick',
            expression,
            startsAt,
          }),
          checkWith({ id: 'now', expression }),
          checkWith({ id: 'begun', expression, startsAt: now - DAY }),
          checkWith({ id: 'far', expression, startsAt: now + 29 * DAY }),
          checkWith({ id: 'broken', expression: 'build.none', startsAt }),
        ],
      }),
      publishedWith({
        ref: hidden,
        checks: [checkWith({ id: 'h', expression, startsAt: now + 20 * DAY })],
      }),
    ],
    { now },
  );
  let time = now;
  const clock = () => time;
  const exempt = new Set<string>();
  const starting = new StartingChecks({
    ...stores,
    providers,
    rules: {
      readExemptions: async () => (entityRef, scorecardRef, checkId) =>
        exempt.has(`${entityRef} ${scorecardRef}#${checkId}`),
    },
    clock,
  });
  const attention = new StartingAttention({
    ...stores,
    starting,
    scorecards: new VisibleScorecards(stores),
    zone: 'Europe/Berlin',
    clock,
  });
  return {
    ...stores,
    exempt,
    look: () => starting.look(signal),
    async tell(visibility: Visibility, owners?: string[]) {
      const items = await attention.list(visibility, owners);
      return items.map(({ ownerRef, values: { check, failing } }) => [
        ownerRef,
        check,
        failing,
      ]);
    },
    list: () => attention.list(seesAll),
    at(instant: number) {
      time = instant;
    },
  };
}

describe('checks that start soon', () => {
  it('are told to the owners of what would fail them', async () => {
    const { look, list } = await start();
    expect(await list()).toEqual([]);
    await look();
    expect((await list())[0]).toEqual({
      id: `scorecards:check-starting:${readiness}#quick:${shop}`,
      subject: 'scorecards',
      kind: 'check-starting',
      entityRef: shop,
      entityTitle: 'The shop',
      ownerRef: shop,
      since: null,
      urgency: 'soon',
      values: {
        scorecardRef: readiness,
        scorecardTitle: 'Readiness',
        check: 'quick',
        checkName: 'Builds are quick',
        startsOn: '2026-12-01',
        failing: 1,
      },
    });
  });

  it('name no check that runs, starts much later or cannot be carried out, and nothing that passes, is silent or belongs to nobody', async () => {
    const { look, tell } = await start();
    await look();
    expect(await tell(seesAll)).toEqual([
      [shop, 'quick', 1],
      [mail, 'quick', 1],
      [shop, 'h', 1],
      [mail, 'h', 1],
    ]);
  });

  it('are more urgent in their last two weeks', async () => {
    const { look, list } = await start();
    await look();
    expect((await list()).map(({ urgency }) => urgency)).toEqual([
      'soon',
      'soon',
      'later',
      'later',
    ]);
  });

  it('are told as far as somebody sees the scorecard, the entities and their owners', async () => {
    const { look, tell } = await start();
    await look();
    expect(await tell(seesOpen)).toEqual([[shop, 'quick', 1]]);
    expect(await tell(seesNone)).toEqual([]);
    expect(
      await tell({ type: 'refs', refs: new Set([readiness, cart]) }),
    ).toEqual([]);
  });

  it('are told to a group with the groups below it', async () => {
    const { look, tell } = await start();
    await look();
    expect(await tell(seesAll, [mail])).toEqual([
      [mail, 'quick', 1],
      [mail, 'h', 1],
    ]);
    expect(await tell(seesAll, [company])).toHaveLength(4);
  });

  it('leave out what is exempt', async () => {
    const { look, tell, exempt } = await start();
    exempt.add(`${cart} ${readiness}#quick`);
    await look();
    expect((await tell(seesAll))[0]).toEqual([mail, 'quick', 1]);
  });

  it('are told no more once they have started, or start on another day', async () => {
    const { look, tell, at, scorecards } = await start();
    await look();
    await scorecards.publish(
      [
        publishedWith({
          ref: hidden,
          checks: [checkWith({ id: 'h', startsAt: now + 21 * DAY })],
        }),
      ],
      { now },
    );
    expect((await tell(seesAll)).map(([, check]) => check)).toEqual([
      'quick',
      'quick',
    ]);
    at(startsAt);
    expect(await tell(seesAll)).toEqual([]);
  });
});
