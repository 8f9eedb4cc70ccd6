import { computeDelivery } from './computeDelivery';
import { countDeliveryDays } from './countDeliveryDays';
import type { IncidentFact } from './facts';
import { dora2026Profile } from './profiles/dora2026';
import { at, incident, rows } from './testing/deliveryRows';

const compute = (...incidents: IncidentFact[]) =>
  computeDelivery(rows({ incidents }), dora2026Profile, 'UTC');

const minute = (minutes: number) =>
  at('2026-03-10T12:00:00Z') + minutes * 60_000;
const day = (days: number) => minute(days * 24 * 60);

const severe = (overrides: Partial<IncidentFact>) =>
  incident({
    severity: 'sev1',
    startedAt: minute(0),
    detectedAt: minute(5),
    mitigatedAt: minute(30),
    resolvedAt: minute(90),
    ...overrides,
  });

describe('time to restore', () => {
  const restoreOf = (overrides: Partial<IncidentFact>) => {
    const [verdict] = compute(severe(overrides)).incidents;
    return verdict.restoreSeconds ?? verdict.restoreExclusion;
  };

  it('runs from the start of impact to mitigation, of any cause', () => {
    expect(restoreOf({})).toBe(30 * 60);
    expect(restoreOf({ severity: 'sev2', causeClass: 'infrastructure' })).toBe(
      30 * 60,
    );
  });

  it('ends with the resolution where no mitigation is known', () => {
    expect(restoreOf({ mitigatedAt: null })).toBe(90 * 60);
  });

  it.each([
    ['not_severe', { severity: 'sev3' }],
    ['severity_unknown', { severity: null }],
    ['no_start', { startedAt: null }],
    ['not_mitigated', { mitigatedAt: null, resolvedAt: null }],
    ['negative_span', { mitigatedAt: minute(-1) }],
  ])('leaves out %s', (reason, overrides) => {
    expect(restoreOf(overrides)).toBe(reason);
  });

  it('says nothing of one that was taken back', () => {
    expect(restoreOf({ withdrawn: true })).toBeNull();
  });
});

describe('recurrence', () => {
  const repeats = (...incidents: IncidentFact[]) =>
    compute(...incidents)
      .incidents.filter(({ recurrence }) => recurrence)
      .map(({ subject }) => subject);
  const later = (days: number, overrides: Partial<IncidentFact> = {}) =>
    severe({
      subject: 'i2',
      startedAt: day(days),
      recurrenceOf: 'i1',
      ...overrides,
    });

  it('is a confirmed repeat within 90 days', () => {
    expect(repeats(severe({}), later(90))).toEqual(['i2']);
    expect(repeats(severe({}), later(91))).toEqual([]);
  });

  it('is none of an incident that is later, of another source, withdrawn or itself', () => {
    expect(repeats(severe({}), later(-1))).toEqual([]);
    expect(repeats(severe({}), later(1, { source: 'other' }))).toEqual([]);
    expect(repeats(severe({ withdrawn: true }), later(1))).toEqual([]);
    expect(repeats(severe({ recurrenceOf: 'i1' }))).toEqual([]);
  });
});

describe('the days of incidents', () => {
  it('count those that stand, those tied and repeated, and what is restored', () => {
    const counts = countDeliveryDays(
      compute(
        severe({}),
        severe({ subject: 'i2', recurrenceOf: 'i1' }),
        severe({ subject: 'i3', withdrawn: true }),
        severe({ subject: 'i4', mitigatedAt: minute(-5) }),
      ),
    ).map(({ metric, count }) => [metric, count]);
    expect(counts).toEqual([
      ['clock_problems', 1],
      ['excluded_restore:negative_span', 1],
      ['incidents', 3],
      ['recurrences', 1],
      ['restore', 2],
      ['unlinked_incident:no_deployment_in_time', 3],
      ['unlinked_incident:withdrawn', 1],
    ]);
  });
});
