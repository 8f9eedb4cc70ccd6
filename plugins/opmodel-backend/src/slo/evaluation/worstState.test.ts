import { worstState } from './worstState';

const of = (
  objective: number,
  state: 'exhausted' | 'at_risk' | 'met' | 'thin' | 'no_data',
  remaining: number | null = null,
) => ({ objective, state, remaining });

describe('worstState', () => {
  it('is that of the worst objective, among equals the one with the least budget left', () => {
    expect(
      worstState([of(0, 'met', 0.5), of(1, 'exhausted', -1), of(2, 'at_risk')]),
    ).toMatchObject({ objective: 1 });
    expect(worstState([of(0, 'met', 0.5), of(1, 'met', 0.4)])).toMatchObject({
      objective: 1,
    });
  });

  it('is not met where something is not known', () => {
    expect(worstState([of(0, 'met', 1), of(1, 'no_data')])?.state).toBe(
      'no_data',
    );
    expect(worstState([of(0, 'met', 1), of(1, 'thin', 1)])?.state).toBe('thin');
  });

  it('is that of a composite as a whole', () => {
    expect(worstState([of(0, 'exhausted', -1), of(-1, 'met', 0.9)])).toEqual(
      of(-1, 'met', 0.9),
    );
    expect(worstState([])).toBeUndefined();
  });
});
