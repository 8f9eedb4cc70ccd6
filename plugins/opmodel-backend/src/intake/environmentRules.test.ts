import { mockServices } from '@backstage/backend-test-utils';
import { defaultEnvironmentRules } from '@opmodel/backstage-plugin-opmodel-common';
import { readEnvironmentRules } from './environmentRules';

function read(environments?: object[]) {
  return readEnvironmentRules(
    mockServices.rootConfig({ data: { opmodel: { environments } } as any }),
  );
}

describe('readEnvironmentRules', () => {
  it('asks the configured rules before the usual names', () => {
    expect(read()).toEqual(defaultEnvironmentRules);
    expect(read([{ tier: 'production', match: ['blue'] }])).toEqual([
      { tier: 'production', match: ['blue'] },
      ...defaultEnvironmentRules,
    ]);
  });

  it('says which rule names a tier that does not exist', () => {
    expect(() =>
      read([
        { tier: 'production', match: ['blue'] },
        { tier: 'prod', match: ['green'] },
      ]),
    ).toThrow(
      'opmodel.environments[1].tier: expected one of production, staging, testing, development, other',
    );
  });
});
