import fc from 'fast-check';
import { middleOf, middleOfWindow } from './middleOf';

describe('middleOf', () => {
  it('lies between the two middle values, or is the lower of them', () => {
    expect(middleOf([40, 10, 20, 30], 'interpolated')).toBe(25);
    expect(middleOf([40, 10, 20, 30], 'lower')).toBe(20);
    expect(middleOf([40, 10, 20], 'lower')).toBe(20);
    expect(middleOf([], 'lower')).toBeNull();
    expect(middleOf([], 'interpolated')).toBeNull();
  });

  it('is the largest value that at most half of the others are below, as percent_rank counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 2 }), values => {
        const ranked = values.filter(
          value =>
            values.filter(other => other < value).length /
              (values.length - 1) <=
            0.5,
        );
        expect(middleOf(values, 'lower')).toBe(Math.max(...ranked));
      }),
    );
  });
});

describe('middleOfWindow', () => {
  const samples = [
    { day: '2026-11-02', value: 10 },
    { day: '2026-11-02', value: 20 },
    { day: '2026-11-02', value: 30 },
    { day: '2026-11-03', value: 100 },
    { day: '2026-11-04', value: 200 },
  ];

  it('is that of the samples, or that of the middles of the days', () => {
    expect(
      middleOfWindow(samples, { median: 'interpolated', summary: 'samples' }),
    ).toBe(30);
    // Days: 20, 100 and 200.
    expect(
      middleOfWindow(samples, {
        median: 'interpolated',
        summary: 'daily_medians',
      }),
    ).toBe(100);
    expect(
      middleOfWindow([], { median: 'lower', summary: 'daily_medians' }),
    ).toBeNull();
  });

  it('has a day for each environment and component', () => {
    const placed = [
      { day: '2026-11-02', environment: 'eu', entityRef: 'a', value: 10 },
      { day: '2026-11-02', environment: 'eu', entityRef: 'a', value: 20 },
      { day: '2026-11-02', environment: 'us', entityRef: 'a', value: 100 },
      { day: '2026-11-02', environment: 'eu', entityRef: 'b', value: 40 },
    ];
    // 15, 100 and 40.
    expect(
      middleOfWindow(placed, {
        median: 'interpolated',
        summary: 'daily_medians',
      }),
    ).toBe(40);
  });
});
