import { burnDownCampaign, campaignStatusAt } from './campaignProgress';

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
