import { mockServices } from '@backstage/backend-test-utils';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import { timeline, type Delivery } from '../events/timeline';
import { DAY, HOUR } from '../history/workload';
import { profiles } from '../organisation/profiles';
import { FakeIntake } from './FakeIntake';
import { FakeProgressStore } from './FakeProgressStore';
import { HistorySender } from './HistorySender';

const noon = Date.parse('2026-10-15T12:00:00Z');
// Busy enough to fill several rounds.
const few = profiles.filter(({ component }) =>
  ['storefront-web', 'checkout-api', 'account-api', 'api-gateway'].includes(
    component,
  ),
);
const { signal } = new AbortController();

function set(options: {
  intake?: FakeIntake;
  store?: FakeProgressStore;
  seed?: string;
  at?: number;
}) {
  const intake = options.intake ?? new FakeIntake();
  const store = options.store ?? new FakeProgressStore();
  const logger = mockServices.logger.mock();
  const sender = new HistorySender({
    store,
    intake,
    logger,
    profiles: few,
    seed: options.seed ?? 'marrowby',
    days: 365,
    now: () => options.at ?? noon,
  });
  const progress = () =>
    store.begin({ seed: '', anchorDay: '2000-01-01', days: 0 });
  return { sender, intake, store, logger, progress };
}

function expected(until: number): Delivery[] {
  return timeline({
    seed: 'marrowby',
    anchorDay: Date.parse('2026-10-15'),
    days: 365,
    until,
    profiles: few,
  });
}

describe('HistorySender', () => {
  it('sends the whole history in batches of at most 1,000, by both routes', async () => {
    const { sender, intake, logger, progress } = set({});
    const report = await sender.send(signal);
    const history = expected(noon);
    expect(report).toEqual({
      sent: history.length,
      outcomes: {
        accepted: history.length,
        duplicate: 0,
        unmapped: 0,
        rejected: 0,
      },
    });
    expect(intake.taken.size).toBe(history.length);
    expect(Math.max(...intake.requests.map(({ size }) => size))).toBe(1000);
    expect(new Set(intake.requests.map(({ route }) => route))).toEqual(
      new Set(['events', 'incidents']),
    );
    await expect(progress()).resolves.toMatchObject({
      anchorDay: '2026-10-15',
      sentUntil: noon,
    });
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringMatching(/3000 of \d+ events, up to 202/),
    );
    expect(logger.info).toHaveBeenLastCalledWith(
      expect.stringMatching(/^The demo organisation is up to date: \d+ events/),
    );
  });

  it('sends only what has happened since, with the first start as its anchor', async () => {
    const { sender, intake, store } = set({});
    await sender.send(signal);
    const before = intake.taken.size;
    const later = noon + 3 * DAY;
    const second = set({ intake, store, at: later });
    const report = await second.sender.send(signal);
    expect(report.outcomes.accepted).toBe(
      expected(later).length - expected(noon).length,
    );
    expect(report.sent).toBeLessThan(200);
    expect(intake.taken.size).toBe(before + report.outcomes.accepted);
    await expect(second.progress()).resolves.toMatchObject({
      anchorDay: '2026-10-15',
      sentUntil: later,
    });
  });

  it('goes on after a crash where the last whole round ended', async () => {
    const { sender, intake, store, progress } = set({});
    // In the middle of the second round.
    intake.failAfter = 5;
    await expect(sender.send(signal)).rejects.toThrow('the intake is gone');
    const { sentUntil } = await progress();
    expect(sentUntil).toBeGreaterThan(noon - 365 * DAY);
    expect(sentUntil).toBeLessThan(noon);

    intake.failAfter = Infinity;
    const again = set({ intake, store, at: noon + HOUR });
    await again.sender.send(signal);
    expect(intake.taken.size).toBe(expected(noon + HOUR).length);
  });

  it('fails when events are rejected, names them, sends the others, and tries again', async () => {
    const history = expected(noon);
    const wrong = history[history.length - 1].body;
    const judge = ({ id, time }: Delivery['body']): IntakeOutcome['status'] =>
      id === wrong.id && time === wrong.time ? 'rejected' : 'accepted';
    const intake = new FakeIntake(judge);
    const { sender, store, logger } = set({ intake });
    await expect(sender.send(signal)).rejects.toThrow(
      /rejected 1 of \d+ events/,
    );
    expect(intake.taken.size).toBe(history.length - 1);
    expect(logger.error).toHaveBeenCalledWith(
      `The intake rejected event ${wrong.id} of ${wrong.source}: the event does not meet its contract; data.subject.id: required string`,
    );
    await expect(set({ intake, store }).sender.send(signal)).rejects.toThrow(
      /rejected 1 of/,
    );
  });

  it('refuses to mix two seeds', async () => {
    const { sender, store } = set({});
    await sender.send(signal);
    const other = set({ store, seed: 'another' });
    await expect(other.sender.send(signal)).rejects.toThrow(
      /begun with seed 'marrowby'/,
    );
  });
});
