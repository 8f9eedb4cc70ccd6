import { buildObjective, buildUnmeasuredObjective } from '../../testing';
import { worstObjective } from './worstObjective';

const { budget } = buildObjective();

describe('worstObjective', () => {
  it('is the one that needs attention most, by state and then by what is left', () => {
    const met = buildObjective({ index: 0, state: 'met' });
    const risky = buildObjective({ index: 1 });
    const riskier = buildObjective({
      index: 2,
      budget: { ...budget, remaining: 0.01 },
    });
    expect(worstObjective({ objectives: [met, risky, riskier] })?.index).toBe(
      2,
    );
  });

  it('is the first of several of which nothing is known', () => {
    const objectives = [
      buildUnmeasuredObjective({ index: 0 }),
      buildUnmeasuredObjective({ index: 1 }),
    ];
    expect(worstObjective({ objectives })?.index).toBe(0);
    expect(worstObjective({ objectives: [] })).toBeUndefined();
  });

  it('goes by the whole of a composite, however its parts stand', () => {
    const whole = buildObjective({ index: -1, state: 'met' });
    const objectives = [buildObjective({ index: 0 })];
    expect(worstObjective({ objectives, whole })?.index).toBe(-1);
  });
});
