import {
  burnDownCampaign,
  campaignStatusAt,
  countCampaignProgress,
  projectCampaignEnd,
} from './campaignProgress';

const DAY = 86_400_000;
const startsAt = Date.UTC(2026, 10, 1);
const dates = {
  isDraft: false,
  startsAt,
  targetAt: startsAt + 10 * DAY,
  endedAt: null,
  archivedAt: null,
};

describe('campaignStatusAt', () => {
  it.each([
    ['draft', { isDraft: true }, 5, 3],
    ['scheduled', {}, -1, 3],
    ['in_progress', {}, 0, 3],
    ['in_progress', {}, 5, 0],
    ['delayed', {}, 10, 1],
    ['ended', {}, 10, 0],
    ['ended', { endedAt: startsAt + 3 * DAY }, 3, 7],
    ['in_progress', { endedAt: startsAt + 3 * DAY }, 2, 7],
    ['archived', { endedAt: startsAt, archivedAt: startsAt + DAY }, 1, 7],
  ])('is %s', (status, part, day, open) => {
    expect(
      campaignStatusAt(
        { ...dates, ...part },
        { open, now: startsAt + day * DAY },
      ),
    ).toBe(status);
  });
});

describe('burnDownCampaign', () => {
  it('lays what was open beside the straight way to the target', () => {
    expect(
      burnDownCampaign(dates, [
        { at: startsAt + 5 * DAY, open: 12, exempt: 2 },
        { at: startsAt, open: 20, exempt: 0 },
        { at: startsAt + 12 * DAY, open: null, exempt: null },
      ]),
    ).toEqual([
      { at: startsAt, open: 20, exempt: 0, ideal: 20 },
      { at: startsAt + 5 * DAY, open: 12, exempt: 2, ideal: 10 },
      { at: startsAt + 12 * DAY, open: null, exempt: null, ideal: 0 },
    ]);
  });
});

describe('countCampaignProgress', () => {
  it('counts pairs, and the entities of which nothing is left to do', () => {
    expect(
      countCampaignProgress([
        { standings: ['met', 'open'], entities: 3 },
        { standings: ['met', 'exempt'], entities: 2 },
        { standings: ['met', null], entities: 1 },
        { standings: ['unknown', 'met'], entities: 1 },
        { standings: [null, null], entities: 9 },
      ]),
    ).toEqual({
      total: 13,
      met: 7,
      open: 3,
      exempt: 2,
      unknown: 1,
      share: 9 / 12,
      entities: 7,
      entitiesDone: 3,
    });
  });

  it('has no share where nothing is known', () => {
    expect(
      countCampaignProgress([{ standings: ['unknown'], entities: 2 }]),
    ).toMatchObject({ total: 2, share: null, entities: 2, entitiesDone: 0 });
    expect(countCampaignProgress([]).share).toBeNull();
  });
});

describe('projectCampaignEnd', () => {
  const at = (day: number, open: number | null) => ({
    at: startsAt + day * DAY,
    open,
  });
  const now = startsAt + 40 * DAY;

  it('goes on at the pace of the last four weeks', () => {
    expect(
      projectCampaignEnd(
        [at(0, 100), at(12, 34), at(40, 20), at(41, null)],
        now,
      ),
    ).toBe(startsAt + 80 * DAY);
  });

  it.each([
    ['nothing is open', [at(12, 5), at(40, 0)]],
    ['nothing was closed', [at(12, 5), at(40, 5)]],
    ['more became open', [at(12, 5), at(40, 6)]],
    ['too little is known', [at(12, null), at(34, 9), at(40, 5)]],
    ['nothing is known', [at(12, null)]],
    ['it would take decades', [at(12, 5_001), at(40, 5_000)]],
  ])('tells no day where %s', (_, counts) => {
    expect(projectCampaignEnd(counts, now)).toBeNull();
  });
});
