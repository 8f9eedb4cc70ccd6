import { waterfallOf } from './waterfall';

it('leads from the share before to the share after', () => {
  const parts = {
    entity: 0.2,
    rule: -0.15,
    population: 0,
    data: -0.05,
    exemption: 0.1,
  };
  const waterfall = waterfallOf({ before: 0.5, after: 0.6, parts })!;
  expect(waterfall.steps.map(({ cause }) => cause)).toEqual([
    'entity',
    'rule',
    'population',
    'data',
    'exemption',
  ]);
  waterfall.steps.forEach((step, index) => {
    expect(step.from).toBeCloseTo(
      index === 0 ? 0.5 : waterfall.steps[index - 1].to,
    );
    expect(step.to - step.from).toBeCloseTo(step.part);
  });
  expect(waterfall.steps[4].to).toBeCloseTo(0.6);
  expect(waterfall.low).toBeCloseTo(0.5);
  expect(waterfall.high).toBeCloseTo(0.7);
});

it('has no steps where the change is not known', () => {
  expect(
    waterfallOf({ before: null, after: 0.5, parts: null }),
  ).toBeUndefined();
});
