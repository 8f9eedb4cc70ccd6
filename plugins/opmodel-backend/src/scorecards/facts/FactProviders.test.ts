import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import { FactProviders } from './FactProviders';

const schema = { count: { type: 'integer', description: 'A count' } } as const;

const asked = (id: string, given: Partial<FactProvider> = {}) => ({
  id,
  title: id,
  schema,
  cadence: { hours: 1 },
  freshness: { hours: 6 },
  provide: async () => [],
  ...given,
});

const pushed = (id: string) => ({ id, title: id, schema, freshnessMs: 1_000 });

describe('FactProviders', () => {
  it('knows everyone who tells facts, asked or not, and what they mean', () => {
    const providers = new FactProviders({
      asked: [asked('scans')],
      pushed: [pushed('audits')],
    });
    expect(providers.list()).toEqual([
      { ...pushed('audits'), cadenceMs: null },
      {
        id: 'scans',
        title: 'scans',
        schema,
        cadenceMs: 3_600_000,
        freshnessMs: 6 * 3_600_000,
      },
    ]);
    expect(providers.freshnessOf('scans')).toBe(6 * 3_600_000);
    expect(providers.freshnessOf('nobody')).toBe(0);
    expect(providers.expressions.compile('scans.count > 1').problem).toBeNull();
  });

  it.each([
    [[asked('a'), asked('a')], [], 'provider of facts a already'],
    [[asked('a')], [pushed('a')], 'provider of facts a already'],
    [[asked('my-scans')], [], 'A name of my-scans must begin'],
    [
      [asked('a', { schema: { Count: schema.count } })],
      [],
      'A name of a must begin',
    ],
    [[asked('map')], [], 'means something else in expressions'],
  ])(
    'refuses what expressions could not speak of',
    (first, second, message) => {
      expect(() => new FactProviders({ asked: first, pushed: second })).toThrow(
        message,
      );
    },
  );
});
