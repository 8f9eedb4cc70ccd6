import { eachStore } from '../../testing/eachStore';
import type { CampaignRecord, CampaignStore } from './CampaignStore';
import { DatabaseCampaignStore } from './DatabaseCampaignStore';
import { FakeCampaignStore } from './FakeCampaignStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const now = Date.parse('2026-11-22T12:00:00Z');
const DAY = 86_400_000;

function campaignOf(
  id: string,
  given: Partial<CampaignRecord> = {},
): CampaignRecord {
  return {
    id,
    title: 'On call everywhere – ä 😀',
    description: 'Why **we** do it',
    ownerRef: 'group:default/reliability',
    scorecardRef: 'scorecard:default/readiness',
    emphasis: { checks: ['on-call', 'runbook'] },
    scope: { ownerRefs: ['group:default/shop'], tiers: ['1'] },
    isDraft: false,
    startsAt: now - 10 * DAY,
    targetAt: now + 10 * DAY,
    remindEveryDays: 14,
    endedAt: null,
    endedNote: null,
    archivedAt: null,
    revision: 1,
    createdBy: 'user:default/ada',
    createdAt: now - 11 * DAY,
    updatedBy: 'user:default/ada',
    updatedAt: now - 11 * DAY,
    ...given,
  };
}

eachStore<CampaignStore>(
  {
    name: 'CampaignStore',
    fake: () => new FakeCampaignStore(),
    database: knex => new DatabaseCampaignStore(knex),
  },
  createStore => {
    it('keeps all that is said of a campaign', async () => {
      const store = await createStore();
      const full = campaignOf('full', {
        endedAt: now,
        endedNote: 'Done early',
        archivedAt: now + 1,
        isDraft: true,
      });
      const empty = campaignOf('empty', {
        description: null,
        emphasis: { levels: ['Silver'] },
        scope: {},
        remindEveryDays: 0,
      });
      await store.create(full);
      await store.create(empty);
      expect(await store.get('full')).toEqual(full);
      expect(await store.get('empty')).toEqual(empty);
      expect(await store.get('other')).toBeUndefined();
    });

    it('lists by target date, owner, scorecard, and what is running', async () => {
      const store = await createStore();
      const all = [
        campaignOf('late', { targetAt: now - DAY }),
        campaignOf('b'),
        campaignOf('a'),
        campaignOf('draft', { isDraft: true }),
        campaignOf('soon', { startsAt: now + 1 }),
        campaignOf('ended', { endedAt: now - 1 }),
        campaignOf('away', { archivedAt: now - 1 }),
        campaignOf('mail', { ownerRef: 'group:default/mail' }),
        campaignOf('other', { scorecardRef: 'scorecard:default/other' }),
      ];
      for (const one of all) {
        await store.create(one);
      }
      const ids = async (filter: Parameters<CampaignStore['list']>[0]) =>
        (await store.list(filter)).map(({ id }) => id);
      expect(await ids({})).toEqual([
        'late',
        'a',
        'away',
        'b',
        'draft',
        'ended',
        'mail',
        'other',
        'soon',
      ]);
      expect(await ids({ ownerRefs: ['group:default/mail', 'x'] })).toEqual([
        'mail',
      ]);
      expect(await ids({ ownerRefs: [] })).toEqual([]);
      expect(await ids({ scorecardRef: 'scorecard:default/other' })).toEqual([
        'other',
      ]);
      expect(await ids({ isRunning: { now } })).toEqual([
        'late',
        'a',
        'b',
        'mail',
        'other',
      ]);
    });

    it('lets one of two changes of the same revision come through', async () => {
      const store = await createStore();
      await store.create(campaignOf('one'));
      const done = await Promise.all(
        ['first', 'second'].map(title =>
          store.replace(campaignOf('one', { title, revision: 2 })),
        ),
      );
      expect(done.filter(Boolean)).toHaveLength(1);
      expect((await store.get('one'))?.revision).toBe(2);
      expect(await store.replace(campaignOf('one', { revision: 2 }))).toBe(
        false,
      );
      expect(await store.replace(campaignOf('none', { revision: 2 }))).toBe(
        false,
      );
      expect(await store.get('none')).toBeUndefined();
    });
  },
);
