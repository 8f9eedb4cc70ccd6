import {
  classifyEnvironment,
  defaultEnvironmentRules,
} from './classifyEnvironment';

describe('classifyEnvironment', () => {
  it.each([
    ['production', 'production'],
    ['Prod', 'production'],
    ['prd', 'production'],
    ['live', 'production'],
    ['prod1', 'production'],
    ['prod-eu-west', 'production'],
    ['eu-west-prod', 'production'],
    ['acme_prod', 'production'],
    ['production/eu', 'production'],
    ['staging', 'staging'],
    ['pre-prod', 'staging'],
    ['uat-2', 'staging'],
    ['qa', 'testing'],
    ['non-prod', 'testing'],
    ['production-test', 'testing'],
    ['dev', 'development'],
    ['review/feature-1', 'development'],
    ['product-catalog', 'other'],
    ['liver', 'other'],
    ['', 'other'],
  ])('takes %p for %s', (name, tier) => {
    expect(classifyEnvironment(name)).toBe(tier);
  });

  it('asks the rules in their order', () => {
    const rules = [
      { tier: 'production' as const, match: ['blue', 'gr??n', 'cell-[0-9]'] },
      ...defaultEnvironmentRules,
    ];
    expect(classifyEnvironment('BLUE', rules)).toBe('production');
    expect(classifyEnvironment('green', rules)).toBe('production');
    expect(classifyEnvironment('cell-7', rules)).toBe('production');
    expect(classifyEnvironment('cell-x', rules)).toBe('other');
    expect(classifyEnvironment('staging', rules)).toBe('staging');
  });

  it('takes a pattern’s other characters literally', () => {
    const rules = [
      { tier: 'production' as const, match: ['a+b', '(x)', 'c|d', '[eu'] },
    ];
    expect(classifyEnvironment('a+b', rules)).toBe('production');
    expect(classifyEnvironment('aab', rules)).toBe('other');
    expect(classifyEnvironment('(x)', rules)).toBe('production');
    expect(classifyEnvironment('c', rules)).toBe('other');
    expect(classifyEnvironment('[eu', rules)).toBe('production');
  });
});
