import { type FactType, findNameProblem, findValueProblem } from './factSchema';

describe('findValueProblem', () => {
  it.each<[FactType, unknown, unknown]>([
    ['boolean', true, 'true'],
    ['integer', 3, 3.5],
    ['number', -0.5, Number.NaN],
    ['string', 'text', 'x'.repeat(2_001)],
    ['datetime', 1_700_000_000_000, 'yesterday'],
    ['set', ['a', 'b'], ['a', 'a']],
    ['set', [], [1]],
  ])('knows a %s', (type, right, wrong) => {
    const definition = { type, description: 'x' };
    expect(findValueProblem(definition, right)).toBeNull();
    expect(findValueProblem(definition, null)).toBeNull();
    expect(findValueProblem(definition, wrong)).toMatch(/^must be/);
  });
});

describe('findNameProblem', () => {
  it('takes names that an expression can write', () => {
    expect(findNameProblem('changeFailRate')).toBeNull();
    for (const name of [
      '',
      'ChangeFailRate',
      'fail-rate',
      '__proto__',
      '1st',
    ]) {
      expect(findNameProblem(name)).toContain('must begin');
    }
  });

  it('refuses words that an expression never reads as a name', () => {
    for (const name of ['true', 'false', 'null', 'in']) {
      expect(findNameProblem(name)).toContain('means something else');
    }
  });
});
