import fc from 'fast-check';
import { SLI_BUCKET_SECONDS } from '../sliBucket';
import { countDeploymentSuccess } from './countDeploymentSuccess';
import {
  countIncidentFreeMinutes,
  type IncidentSpan,
} from './countIncidentFreeMinutes';

const MINUTE = 60_000;
const BUCKET = SLI_BUCKET_SECONDS * 1_000;
const start = Date.UTC(2026, 2, 2);
const at = (minutes: number) => start + minutes * MINUTE;
const hour = { from: start, to: at(60) };
const sum = (buckets: readonly { good: number; total: number }[]) => ({
  good: buckets.reduce((minutes, { good }) => minutes + good, 0),
  total: buckets.reduce((minutes, { total }) => minutes + total, 0),
});

/** Whole seconds around an hour, the end before the start now and then. */
const incidentOf = fc.record({
  from: fc.integer({ min: -600, max: 4_200 }).map(of => start + of * 1_000),
  to: fc.option(
    fc.integer({ min: -600, max: 4_200 }).map(of => start + of * 1_000),
  ),
});
const incidentsOf = fc.array(incidentOf, { maxLength: 8 });

describe('minutes without an incident', () => {
  it('are those in which none was open', () => {
    const buckets = countIncidentFreeMinutes(
      { from: start, to: at(20) },
      [{ from: at(3), to: at(11.5) }],
      start,
    );
    expect(buckets).toEqual([
      { start, good: 3, total: 5 },
      { start: at(5), good: 0, total: 5 },
      { start: at(10), good: 3.5, total: 5 },
      { start: at(15), good: 5, total: 5 },
    ]);
  });

  it('are those of each minute where minutes are asked for', () => {
    const buckets = countIncidentFreeMinutes(
      { from: start, to: at(5) },
      [{ from: at(1.5), to: at(3) }],
      at(0.25),
      60,
    );
    expect(buckets).toEqual([
      { start, good: 0.75, total: 0.75 },
      { start: at(1), good: 0.5, total: 1 },
      { start: at(2), good: 0, total: 1 },
      { start: at(3), good: 1, total: 1 },
      { start: at(4), good: 1, total: 1 },
    ]);
  });

  it('are counted up to now while one is open, and once where several overlap', () => {
    const open = [
      { from: at(40), to: null },
      { from: at(30), to: at(45) },
      { from: at(41), to: at(42) },
    ];
    expect(sum(countIncidentFreeMinutes(hour, open, start))).toEqual({
      good: 30,
      total: 60,
    });
  });

  it('are not known before somebody tells of incidents', () => {
    expect(countIncidentFreeMinutes(hour, [], null)).toEqual([]);
    expect(countIncidentFreeMinutes(hour, [], at(61))).toEqual([]);
    const late = [{ from: at(48), to: at(49) }];
    expect(countIncidentFreeMinutes(hour, late, at(48))).toEqual([
      { start: at(45), good: 1, total: 2 },
      { start: at(50), good: 5, total: 5 },
      { start: at(55), good: 5, total: 5 },
    ]);
  });

  it('are the same second by second', () => {
    fc.assert(
      fc.property(incidentsOf, incidents => {
        const free = Array.from({ length: 3_600 }, (_, second) => {
          const instant = start + second * 1_000;
          return incidents.every(
            ({ from, to }) => instant < from || (to !== null && instant >= to),
          );
        }).filter(Boolean).length;
        const { good, total } = sum(
          countIncidentFreeMinutes(hour, incidents, start),
        );
        expect(good).toBeCloseTo(free / 60, 9);
        expect(total).toBe(60);
      }),
    );
  });

  it('do not depend on the order of incidents, their repetition or on how the time is split', () => {
    fc.assert(
      fc.property(
        incidentsOf,
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: -10, max: 70 }),
        (incidents, split, known) => {
          const count = (from: number, to: number, of: IncidentSpan[]) =>
            countIncidentFreeMinutes({ from, to }, of, at(known));
          const border = start + split * BUCKET;
          const whole = count(hour.from, hour.to, incidents);
          expect(count(hour.from, hour.to, [...incidents].reverse())).toEqual(
            whole,
          );
          expect(
            count(hour.from, hour.to, [...incidents, ...incidents]),
          ).toEqual(whole);
          expect([
            ...count(hour.from, border, incidents),
            ...count(border, hour.to, incidents),
          ]).toEqual(whole);
        },
      ),
    );
  });

  it('are never more than there are, and fewer the more goes wrong', () => {
    fc.assert(
      fc.property(incidentsOf, incidentOf, (incidents, another) => {
        const before = countIncidentFreeMinutes(hour, incidents, start);
        const after = countIncidentFreeMinutes(
          hour,
          [...incidents, another],
          start,
        );
        before.forEach(({ good, total }, place) => {
          expect(good).toBeGreaterThanOrEqual(0);
          expect(good).toBeLessThanOrEqual(total);
          expect(after[place].good).toBeLessThanOrEqual(good);
        });
      }),
    );
  });
});

describe('deployments that did not fail', () => {
  const judged = (minute: number, deployments: number, failed: number) => ({
    at: at(minute),
    deployments,
    failed,
  });

  it('are counted by the minute where minutes are asked for', () => {
    expect(
      countDeploymentSuccess(
        { from: at(5), to: at(8) },
        [judged(7, 1, 0), judged(5, 2, 1)],
        start,
        60,
      ),
    ).toEqual([
      { start: at(5), good: 1, total: 2 },
      { start: at(6), good: 0, total: 0 },
      { start: at(7), good: 1, total: 1 },
    ]);
  });

  it('are counted by five minutes, with 0 where nothing was deployed', () => {
    expect(
      countDeploymentSuccess(
        { from: at(5), to: at(20) },
        [judged(7, 1, 0), judged(5, 2, 1), judged(17, 1, 1), judged(21, 9, 9)],
        start,
      ),
    ).toEqual([
      { start: at(5), good: 2, total: 3 },
      { start: at(10), good: 0, total: 0 },
      { start: at(15), good: 0, total: 1 },
    ]);
  });

  it('are not known before the first one', () => {
    expect(countDeploymentSuccess(hour, [], null)).toEqual([]);
    expect(countDeploymentSuccess(hour, [judged(55, 1, 0)], at(50))).toEqual([
      { start: at(50), good: 0, total: 0 },
      { start: at(55), good: 1, total: 1 },
    ]);
  });

  it('are as many as there are, however the time is split', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .tuple(
              fc.integer({ min: 0, max: 59 }),
              fc.integer({ min: 0, max: 5 }),
              fc.integer({ min: 0, max: 5 }),
            )
            .map(([minute, good, failed]) =>
              judged(minute, good + failed, failed),
            ),
          { maxLength: 20 },
        ),
        fc.integer({ min: 0, max: 12 }),
        (deployments, split) => {
          const border = start + split * BUCKET;
          const count = (from: number, to: number) =>
            countDeploymentSuccess({ from, to }, deployments, start);
          const whole = count(hour.from, hour.to);
          expect([
            ...count(hour.from, border),
            ...count(border, hour.to),
          ]).toEqual(whole);
          const all = deployments.reduce((n, of) => n + of.deployments, 0);
          const failed = deployments.reduce((n, of) => n + of.failed, 0);
          expect(sum(whole)).toEqual({ good: all - failed, total: all });
        },
      ),
    );
  });
});
