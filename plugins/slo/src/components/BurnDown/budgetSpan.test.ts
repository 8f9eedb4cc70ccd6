import type {
  SloMark,
  SloPoint,
} from '@opmodel/backstage-plugin-opmodel-common';
import { buildSeries } from '../../testing';
import {
  groupMarks,
  marksOf,
  placeInSpan,
  remainingTicks,
  spanOf,
  toPlotPoints,
} from './budgetSpan';

const { points, marks } = buildSeries();
const span = spanOf(points)!;

describe('a burn-down', () => {
  it('reaches from the beginning of its first point to the end of its last', () => {
    expect(new Date(span.from).toISOString()).toBe('2026-11-22T05:00:00.000Z');
    expect(new Date(span.to).toISOString()).toBe('2026-11-22T12:00:00.000Z');
    expect(spanOf([])).toBeUndefined();
  });

  it('draws what was left at the end of each point, and nothing over a gap', () => {
    const without = points.filter(({ remaining }) => remaining !== null);
    expect(toPlotPoints(without).map(({ remaining }) => remaining)).toEqual([
      0.8,
      0.75,
      null,
      0.6,
      0.23,
      -0.05,
    ]);
    expect(toPlotPoints(points).map(({ remaining }) => remaining)).toEqual([
      0.8,
      0.75,
      null,
      null,
      0.6,
      0.23,
      -0.05,
    ]);
  });

  it.each([
    [0, [0, 0.25, 0.5, 0.75, 1]],
    [-0.05, [-0.25, 0, 0.25, 0.5, 0.75, 1]],
    [-0.6, [-1, -0.5, 0, 0.5, 1]],
    [-3, [-3, -2.25, -1.5, -0.75, 0, 0.75, 1]],
  ])('has ticks down to %p at %p', (lowest, ticks) => {
    expect(remainingTicks(lowest)).toEqual(ticks);
  });

  it('keeps what lies outside at its edges', () => {
    expect(placeInSpan(span.from - 1, span)).toBe(0);
    expect(placeInSpan(span.to + 1, span)).toBe(1);
    expect(placeInSpan((span.from + span.to) / 2, span)).toBe(0.5);
  });

  it('groups marks that would cover each other, in the order of their time', () => {
    const close = (at: string): SloMark => ({ ...marks[0], at, title: at });
    const groups = groupMarks(
      [
        close('2026-11-22T09:40:00.000Z'),
        close('2026-11-22T09:30:00.000Z'),
        close('2026-11-22T11:59:00.000Z'),
        close('2026-11-21T00:00:00.000Z'),
      ],
      span,
      7,
    );
    expect(groups.map(group => group.marks.map(({ title }) => title))).toEqual([
      ['2026-11-22T09:30:00.000Z', '2026-11-22T09:40:00.000Z'],
      ['2026-11-22T11:59:00.000Z'],
    ]);
  });

  it('keeps an incident that began before the window and reaches into it', () => {
    const open: SloMark = {
      ...marks[1],
      at: '2026-11-21T00:00:00.000Z',
      to: '2026-11-22T06:00:00.000Z',
    };
    expect(groupMarks([open], span, 7)).toEqual([{ place: 0, marks: [open] }]);
  });

  it('tells which marks fall into a point', () => {
    const at = (start: string) =>
      marksOf(points.find(point => point.at === start) as SloPoint, marks);
    expect(at('2026-11-22T09:00:00.000Z').map(({ id }) => id)).toEqual([
      'd1',
      'i1',
    ]);
    expect(at('2026-11-22T11:00:00.000Z')).toEqual([]);
  });
});
