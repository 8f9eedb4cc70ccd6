import { DAY, weekdayOf } from '../history/workload';
import { profiles } from '../organisation/profiles';
import { drawPipelineFacts, type PipelineFacts } from './drawPipelineFacts';
import { practices } from './practices';

const anchorDay = Date.parse('2026-10-15T00:00:00Z');
const year = {
  seed: 'marrowby',
  anchorDay,
  days: 365,
  from: anchorDay - 365 * DAY,
  until: anchorDay + DAY,
};
const told = drawPipelineFacts(profiles, year);
const of = (component: string) =>
  told.filter(one => one.component === component);
const share = (rows: PipelineFacts[], fact: string) =>
  rows.filter(({ facts }) => facts[fact] === true).length / rows.length;
const week = (daysBefore: number) =>
  told.filter(
    ({ at }) =>
      at > anchorDay - daysBefore * DAY &&
      at <= anchorDay - (daysBefore - 7) * DAY,
  );

describe('drawPipelineFacts', () => {
  it('tells on Mondays, the oldest first, and the same in parts as in a whole', () => {
    expect(told.every(({ at }) => weekdayOf(at) === 0)).toBe(true);
    expect(told.map(({ at }) => at)).toEqual(
      told.map(({ at }) => at).sort((a, b) => a - b),
    );
    const middle = anchorDay - 100 * DAY;
    expect([
      ...drawPipelineFacts(profiles, { ...year, until: middle - 1 }),
      ...drawPipelineFacts(profiles, { ...year, from: middle }),
    ]).toEqual(told);
  });

  it('lets each practice spread, and keeps it where it was taken up', () => {
    for (const { fact } of practices) {
      expect(share(week(14), fact)).toBeGreaterThan(share(week(360), fact));
      for (const { component } of profiles) {
        const values = of(component).map(({ facts }) => Number(facts[fact]));
        expect(values).toEqual([...values].sort());
      }
    }
    expect(share(week(14), 'signedBuilds')).toBeLessThan(0.9);
  });

  it('has many open to the same flaw at a time, and few before and after', () => {
    const open = (daysBefore: number) =>
      week(daysBefore).filter(
        ({ facts }) => Number(facts.criticalVulnerabilities) > 0,
      ).length / week(daysBefore).length;
    expect(open(74)).toBeGreaterThan(0.5);
    expect(open(95)).toBeLessThan(0.25);
    expect(open(8)).toBeLessThan(0.35);
  });

  it('knows of a pipeline that fell silent and of a component that is new', () => {
    const last = of('ledger-api').at(-1)!.at;
    expect((anchorDay - last) / DAY).toBeGreaterThan(45);
    const first = of('gift-cards')[0].at;
    expect((anchorDay - first) / DAY).toBeLessThan(35);
  });

  it('tells shares between 0 and 1 and rehearsals of the past', () => {
    for (const { at, facts } of told) {
      expect(facts.testCoverage).toBeGreaterThan(0);
      expect(facts.testCoverage).toBeLessThan(1);
      expect(Number(facts.rollbackRehearsedAt)).toBeLessThanOrEqual(at);
    }
  });
});
