import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entityOf } from '../../testing/catalog';
import { AuthorTeams } from './AuthorTeams';

const person = (name: string, email: string, memberOf: string[]) =>
  entityOf(`user:default/${name}`, {
    memberOf,
    spec: { profile: { email } },
  });

describe('AuthorTeams', () => {
  const auth = mockServices.auth.mock({
    getOwnServiceCredentials: async () => ({} as any),
  });

  it('finds the groups of people by their address, whatever its case', async () => {
    const people = [
      person('ada', 'Ada@Example.com', ['group:default/Cart', 'group:a/b']),
      person('ben', 'ben@example.com', []),
      entityOf('group:default/cart', {
        spec: { profile: { email: 'cart@example.com' } },
      }),
    ];
    const getEntities = jest.fn(async (_request: any) => ({ items: people }));
    const teams = new AuthorTeams({
      auth,
      catalog: catalogServiceMock.mock({ getEntities: getEntities as any }),
    });
    const asked = ['ADA@example.com', 'ben@example.com', 'eve@example.org'];
    expect(await teams.teamsOf(asked)).toEqual(
      new Map([['ada@example.com', ['group:default/cart', 'group:a/b']]]),
    );
    expect(getEntities.mock.calls[0][0].filter).toEqual({
      kind: 'User',
      'spec.profile.email': [
        'ada@example.com',
        'ben@example.com',
        'eve@example.org',
      ],
    });
    getEntities.mockClear();
    await teams.teamsOf(
      Array.from({ length: 120 }, (_, i) => `p${i}@example.com`),
    );
    expect(getEntities).toHaveBeenCalledTimes(3);
  });

  it('names nobody when the catalog fails', async () => {
    const teams = new AuthorTeams({
      auth,
      catalog: catalogServiceMock.mock({
        getEntities: async () => {
          throw new Error('no answer for ada@example.com');
        },
      }),
    });
    await expect(teams.teamsOf(['ada@example.com'])).rejects.toThrow(
      /^The catalog did not tell who is in which team$/,
    );
  });
});
