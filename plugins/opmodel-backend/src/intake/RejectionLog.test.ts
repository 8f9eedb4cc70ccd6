import { mockServices } from '@backstage/backend-test-utils';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import { FakeRejectionStore } from './FakeRejectionStore';
import { RejectionLog } from './RejectionLog';

const now = Date.parse('2026-03-01T10:20:00Z');

const rejected = (given: Partial<IntakeOutcome> = {}): IntakeOutcome => ({
  source: 'ci',
  id: 'e1',
  status: 'rejected',
  reason: 'the event does not meet its contract',
  errors: [{ path: 'time', message: 'required date-time' }],
  ...given,
});

function createLog(store = new FakeRejectionStore()) {
  const logger = mockServices.logger.mock();
  return { store, logger, log: new RejectionLog({ store, logger }) };
}

describe('RejectionLog', () => {
  it('counts what was rejected, by producer, source and reason', async () => {
    const { log } = createLog();
    await log.record(
      [
        rejected(),
        rejected({ id: 'e2' }),
        { source: 'ci', id: 'e3', status: 'accepted' },
        rejected({ source: null, id: null, errors: undefined, reason: 'odd' }),
      ],
      { producer: 'external:ci', now },
    );

    expect(await log.summarize({ since: 0, limit: 10 })).toEqual({
      totalEvents: 3,
      groups: [
        {
          producer: 'external:ci',
          source: 'ci',
          reason: 'time: required date-time',
          events: 2,
          lastEventId: 'e2',
          lastRejectedAt: now,
        },
        {
          producer: 'external:ci',
          source: null,
          reason: 'odd',
          events: 1,
          lastEventId: null,
          lastRejectedAt: now,
        },
      ],
    });
    expect(await log.count({ since: now - 60 * 60 * 1000 })).toBe(3);
  });

  it('asks the database for nothing when nothing was rejected', async () => {
    const { log, store } = createLog();
    const listKeys = jest.spyOn(store, 'listKeys');
    await log.record([{ source: 'ci', id: 'e', status: 'duplicate' }], {
      producer: 'external:ci',
      now,
    });
    expect(listKeys).not.toHaveBeenCalled();
  });

  it('keeps a bounded number of groups an hour, whatever a sender makes up', async () => {
    const { log, store } = createLog();
    for (let batch = 0; batch < 3; batch += 1) {
      await log.record(
        Array.from({ length: 1_000 }, (_, at) =>
          rejected({
            source: `${'s'.repeat(5_000)}`,
            reason: `${batch} ${at}`,
            errors: undefined,
          }),
        ),
        { producer: 'p'.repeat(5_000), now },
      );
    }

    expect(store.counts.length).toBe(201);
    expect(await log.count({ since: 0 })).toBe(3_000);
    const [largest] = (await log.summarize({ since: 0, limit: 1 })).groups;
    expect(largest).toMatchObject({
      reason: 'other reasons',
      source: null,
      events: 2_800,
    });
    expect(JSON.stringify(store.counts).length).toBeLessThan(201 * 1_000);
  });

  it('still counts what is known once an hour has its groups', async () => {
    const { log } = createLog();
    const one = rejected({ reason: 'the first', errors: undefined });
    const others = Array.from({ length: 300 }, (_, at) =>
      rejected({ reason: `${at}`, errors: undefined }),
    );
    await log.record([one, ...others], { producer: 'external:ci', now });
    await log.record([one], { producer: 'external:ci', now });

    const { groups } = await log.summarize({ since: 0, limit: 300 });
    expect(groups.find(({ reason }) => reason === 'the first')?.events).toBe(2);
  });

  it('never fails, and says in the log what it could not count', async () => {
    const store = new FakeRejectionStore();
    const error = new Error('disk full');
    store.add = async () => {
      throw error;
    };
    const { log, logger } = createLog(store);

    await log.record([rejected()], { producer: 'external:ci', now });

    expect(logger.warn).toHaveBeenCalledWith(
      '1 rejected events could not be counted',
      error,
    );
  });
});
