import fc from 'fast-check';
import { compareWindows } from './compareWindows';
import { computeDeploymentFrequency } from './computeDeploymentFrequency';

describe('deployment frequency', () => {
  it('of one component counts every day of the window', () => {
    expect(computeDeploymentFrequency([6], 14, false)).toMatchObject({
      deployments: 6,
      perWeek: 3,
      medianPerWeek: null,
    });
  });

  it('of a roll-up is a median over active components, so that size does not count', () => {
    expect(computeDeploymentFrequency([1, 4, 30, 0], 28, true)).toEqual({
      deployments: 35,
      reporting: 4,
      active: 3,
      perWeek: null,
      medianPerWeek: 1,
      shareWeekly: 0.5,
    });
  });

  it('is not known where nothing reports, and zero where something reports and did not deploy', () => {
    expect(computeDeploymentFrequency([], 30, true)).toMatchObject({
      deployments: null,
      medianPerWeek: null,
      shareWeekly: null,
    });
    expect(computeDeploymentFrequency([0], 30, false)).toMatchObject({
      deployments: 0,
      perWeek: 0,
    });
  });

  it('keeps the share from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 100 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 1096 }),
        (counts, days) => {
          const { shareWeekly } = computeDeploymentFrequency(
            counts,
            days,
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
