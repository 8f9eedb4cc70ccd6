import fc from 'fast-check';
import { compareWindows } from './compareWindows';
import { computeDeploymentFrequency } from './computeDeploymentFrequency';

const during = (days: number, ...counts: number[]) =>
  counts.map(deployments => ({ deployments, days }));

describe('deployment frequency', () => {
  it('of one component counts every day on which it is known', () => {
    expect(computeDeploymentFrequency(during(14, 6), false)).toMatchObject({
      deployments: 6,
      perWeek: 3,
      medianPerWeek: null,
    });
  });

  it('gives a component that has just begun a whole week', () => {
    expect(computeDeploymentFrequency(during(2, 3), false).perWeek).toBe(3);
  });

  it('of a roll-up is a median over active components, so that size does not count', () => {
    expect(computeDeploymentFrequency(during(28, 1, 4, 30, 0), true)).toEqual({
      deployments: 35,
      reporting: 4,
      active: 3,
      perWeek: null,
      medianPerWeek: 1,
      shareWeekly: 0.5,
    });
  });

  it('takes each component for the days on which it belonged to the scope', () => {
    const perComponent = [...during(28, 8), ...during(14, 8), ...during(7, 8)];
    expect(computeDeploymentFrequency(perComponent, true).medianPerWeek).toBe(
      4,
    );
  });

  it('is not known where nothing reports, and zero where something reports and did not deploy', () => {
    expect(computeDeploymentFrequency([], true)).toMatchObject({
      deployments: null,
      medianPerWeek: null,
      shareWeekly: null,
    });
    expect(computeDeploymentFrequency(during(30, 0), false)).toMatchObject({
      deployments: 0,
      perWeek: 0,
    });
  });

  it('keeps the share from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            deployments: fc.nat({ max: 100 }),
            days: fc.integer({ min: 1, max: 1096 }),
          }),
          { minLength: 1 },
        ),
        perComponent => {
          const { shareWeekly } = computeDeploymentFrequency(
            perComponent,
            true,
          );
          expect(shareWeekly).toBeGreaterThanOrEqual(0);
          expect(shareWeekly).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('compareWindows', () => {
  it('calls less lead time better and fewer deployments worse', () => {
    expect(compareWindows(88, 100, 'lower')).toEqual({
      ratio: -0.12,
      direction: 'better',
    });
    expect(compareWindows(88, 100, 'higher')?.direction).toBe('worse');
    expect(compareWindows(101, 100, 'lower')?.direction).toBe('same');
  });

  it('has nothing to say without two numbers', () => {
    expect(compareWindows(null, 100, 'lower')).toBeNull();
    expect(compareWindows(5, null, 'lower')).toBeNull();
    expect(compareWindows(5, 0, 'higher')).toBeNull();
  });
});
