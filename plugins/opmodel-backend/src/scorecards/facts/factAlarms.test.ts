import { factAlarms } from './factAlarms';
import type { FactProviderState } from './FactStore';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 2, 12);

const providerOf = (given: Partial<FactProviderState>): FactProviderState => ({
  id: 'scans',
  title: 'Scans',
  schema: {},
  cadenceMs: HOUR,
  freshnessMs: 6 * HOUR,
  nextAt: now,
  startedAt: now - HOUR,
  finishedAt: now - HOUR,
  reportedAt: now - HOUR,
  entities: 1,
  problems: 0,
  error: null,
  removedAt: null,
  ...given,
});

describe('factAlarms', () => {
  it.each([
    ['what is fresh', {}],
    ['what was never asked', { reportedAt: null }],
    ['what is sent and never was', { reportedAt: null, cadenceMs: null }],
  ])('says nothing of %s', (_what, given) => {
    expect(factAlarms([providerOf(given)], now)).toEqual([]);
  });

  it('tells of a provider that fails, which is worse once nothing of it is believed', () => {
    const error = 'Error: away\n  at line 1';
    expect(factAlarms([providerOf({ error })], now)).toMatchObject([
      {
        id: 'facts-failing',
        severity: 'attention',
        subject: 'scans',
        message: 'Scans failed to tell facts: Error: away',
        since: '2026-11-02T11:00:00.000Z',
      },
    ]);
    for (const reportedAt of [null, now - 7 * HOUR]) {
      expect(
        factAlarms([providerOf({ error, reportedAt })], now),
      ).toMatchObject([{ id: 'facts-failing', severity: 'bad' }]);
    }
  });

  it('tells of facts that are too old', () => {
    const reportedAt = now - 7 * HOUR;
    const [asked, sent] = factAlarms(
      [
        providerOf({ reportedAt }),
        providerOf({ reportedAt, id: 'sent', cadenceMs: null }),
      ],
      now,
    );
    expect(asked).toMatchObject({
      id: 'facts-stale',
      severity: 'attention',
      message:
        'Scans last told facts 7 hours ago, and they are believed for 6 hours',
      since: '2026-11-02T05:00:00.000Z',
    });
    expect(sent.remedy).toContain('nobody sends');
  });
});
