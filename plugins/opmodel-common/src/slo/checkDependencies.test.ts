import { checkDependencies } from './checkDependencies';

const dependency = (name: string, target: number | null) => ({
  entityRef: `component:default/${name}`,
  target,
});

describe('checkDependencies', () => {
  const three = ['a', 'b', 'c'].map(name => dependency(name, 0.999));

  it('finds an objective that is stricter than what it depends on allows', () => {
    expect(checkDependencies(0.999, three)).toEqual({
      attainable: 0.997002999,
      verdict: 'stricter',
      unknown: [],
    });
    expect(checkDependencies(0.997, three).verdict).toBe('attainable');
    expect(checkDependencies(0.999, [three[0]]).verdict).toBe('attainable');
  });

  it('needs no knowledge of the rest for a finding, and all of it for the opposite', () => {
    const unknown = [dependency('z', null), dependency('y', null)];
    expect(checkDependencies(0.999, [...three, ...unknown])).toMatchObject({
      verdict: 'stricter',
      unknown: ['component:default/y', 'component:default/z'],
    });
    expect(checkDependencies(0.99, [...three, ...unknown]).verdict).toBe(
      'unknown',
    );
    expect(checkDependencies(0.99, unknown)).toMatchObject({
      attainable: null,
      verdict: 'unknown',
    });
  });

  it('has nothing against an objective without dependencies', () => {
    expect(checkDependencies(0.99999, [])).toEqual({
      attainable: null,
      verdict: 'attainable',
      unknown: [],
    });
  });
});
