import { mockServices } from '@backstage/backend-test-utils';
import { DAY } from '../history/workload';
import { profiles } from '../organisation/profiles';
import { FakeIntake } from './FakeIntake';
import { FakeProgressStore } from './FakeProgressStore';
import { PipelineFactSender } from './PipelineFactSender';

const first = Date.parse('2026-10-15T12:00:00Z');
const { signal } = new AbortController();

function set(intake = new FakeIntake()) {
  const logger = mockServices.logger.mock();
  let now = first;
  const store = new FakeProgressStore();
  const sender = () =>
    new PipelineFactSender({
      store,
      intake,
      logger,
      profiles,
      seed: 'marrowby',
      days: 365,
      now: () => now,
    });
  return { intake, logger, sender, passes: (ms: number) => (now += ms) };
}

describe('PipelineFactSender', () => {
  it('tells the year in the order of time, and then what is new', async () => {
    const { intake, sender, passes } = set();
    const one = sender();
    const sent = await one.send(signal);
    expect(sent).toBeGreaterThan(2_000);
    const instants = intake.facts.map(({ toldAt }) => toldAt);
    expect(instants).toEqual([...instants].sort());
    expect(instants[0] >= '2025-10-15').toBe(true);
    await expect(one.send(signal)).resolves.toBe(0);
    passes(7 * DAY);
    const week = await one.send(signal);
    expect(week).toBeGreaterThan(30);
    expect(week).toBeLessThan(60);
    const again = set();
    await again.sender().send(signal);
    expect(again.intake.facts).toEqual(intake.facts.slice(0, sent));
  });

  it('says what the intake rejects, and sends it again', async () => {
    const { sender, logger, intake } = set(new FakeIntake(() => 'rejected'));
    const one = sender();
    await expect(one.send(signal)).rejects.toThrow(/rejected facts/);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('data.subject.id: required string'),
    );
    const tried = intake.facts.length;
    await expect(one.send(signal)).rejects.toThrow(/rejected facts/);
    expect(intake.facts).toHaveLength(2 * tried);
  });
});
