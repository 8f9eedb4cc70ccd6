import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { history } from '../testing/demoYear';
import { sprintOf } from './sprints';
import { DAY, isoDay } from './workload';

const iterations: { id: string; from: string; to: string }[] = parse(
  readFileSync(resolve(__dirname, '../../iterations.yaml'), 'utf8'),
);

describe('sprints', () => {
  it('last two weeks from a Monday', () => {
    const sprint = sprintOf(Date.parse('2026-10-15T12:00:00Z'));
    expect(sprint.name).toBe('Sprint 2026-10-12');
    expect([isoDay(sprint.from), isoDay(sprint.to)]).toEqual([
      '2026-10-12',
      '2026-10-26',
    ]);
    expect(sprintOf(sprint.from)).toEqual(sprint);
    expect(sprintOf(sprint.from - 1).to).toBe(sprint.from);
  });

  it('are those of the calendar that the portal is configured with', () => {
    for (const { id, from, to } of iterations) {
      const sprint = sprintOf(Date.parse(from));
      expect({ id, from, to }).toEqual({
        id: sprint.name,
        from: isoDay(sprint.from),
        to: isoDay(sprint.to - DAY),
      });
    }
    const known = new Set(iterations.map(({ id }) => id));
    const committed = history.workItems
      .flatMap(({ periods }) => periods.map(({ period }) => period))
      .filter(period => period?.startsWith('Sprint'));
    expect(committed.length).toBeGreaterThan(100);
    expect(committed.filter(period => !known.has(period!))).toEqual([]);
  });
});
