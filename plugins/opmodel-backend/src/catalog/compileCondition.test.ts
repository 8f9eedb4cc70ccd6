import { compileCondition } from './compileCondition';

const resourceType = 'catalog-entity';

function rule(name: string, params?: Record<string, any>) {
  return { rule: name, resourceType, params };
}

describe('compileCondition', () => {
  it.each([
    [
      rule('HAS_ANNOTATION', { annotation: 'a.b/c' }),
      { key: 'metadata.annotations.a.b/c' },
    ],
    [
      rule('HAS_ANNOTATION', { annotation: 'a', value: 'x' }),
      { key: 'metadata.annotations.a', values: ['x'] },
    ],
    [
      rule('HAS_LABEL', { label: 'l', value: '' }),
      { key: 'metadata.labels.l', values: [''] },
    ],
    [
      rule('HAS_METADATA', { key: 'tags', value: 'java' }),
      { key: 'metadata.tags', values: ['java'] },
    ],
    [rule('HAS_SPEC', { key: 'lifecycle' }), { key: 'spec.lifecycle' }],
    [
      rule('IS_ENTITY_KIND', { kinds: ['API', 'component'] }),
      { key: 'kind', values: ['API', 'component'] },
    ],
    [
      rule('IS_ENTITY_OWNER', { claims: [] }),
      { key: 'relations.ownedBy', values: [] },
    ],
  ])('translates %p', (condition, expected) => {
    expect(compileCondition(condition)).toEqual(expected);
  });

  it('translates combinations', () => {
    const kind = rule('IS_ENTITY_KIND', { kinds: ['api'] });
    const compiled = { key: 'kind', values: ['api'] };
    expect(
      compileCondition({ allOf: [{ not: kind }, { anyOf: [kind, kind] }] }),
    ).toEqual({
      allOf: [{ not: compiled }, { anyOf: [compiled, compiled] }],
    });
  });

  it.each([
    rule('IS_IN_MY_COUNTRY'),
    rule('HAS_ANNOTATION'),
    rule('HAS_LABEL', { label: 'l', value: 3 }),
    rule('HAS_METADATA', { key: 'description' }),
    rule('HAS_SPEC', { key: 'profile.email' }),
    rule('IS_ENTITY_KIND', { kinds: 'api' }),
    rule('IS_ENTITY_OWNER', {}),
    { ...rule('IS_ENTITY_KIND', { kinds: ['api'] }), resourceType: 'other' },
  ])('leaves %p to the catalog, also within a combination', condition => {
    const kind = rule('IS_ENTITY_KIND', { kinds: ['api'] });
    expect(compileCondition(condition)).toBeUndefined();
    expect(compileCondition({ not: condition })).toBeUndefined();
    expect(compileCondition({ anyOf: [kind, condition] })).toBeUndefined();
    expect(compileCondition({ allOf: [kind, condition] })).toBeUndefined();
  });
});
