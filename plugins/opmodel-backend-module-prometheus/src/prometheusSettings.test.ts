import { ConfigReader } from '@backstage/config';
import { readPrometheusSettings } from './prometheusSettings';

const read = (prometheus: object) =>
  readPrometheusSettings(
    new ConfigReader({ opmodel: { prometheus: prometheus as any } }),
  );
const server = { name: 'main', url: 'https://prometheus.example.com' };

describe('readPrometheusSettings', () => {
  it('needs nothing', () => {
    const nothing = {
      servers: [],
      defaultServer: null,
      allowedUrls: [],
      maxConcurrentQueries: 4,
      timeoutMs: 20_000,
    };
    expect(readPrometheusSettings(new ConfigReader({}))).toEqual(nothing);
    expect(read({})).toEqual(nothing);
  });

  it('reads servers, and takes the only one for the default', () => {
    expect(
      read({
        servers: [
          { ...server, tls: { ca: 'authority', insecureSkipVerify: false } },
        ],
        allowedUrls: ['http://other.example.com:9090/tenant'],
        maxConcurrentQueries: 8,
        timeout: { minutes: 1 },
      }),
    ).toEqual({
      servers: [
        {
          name: 'main',
          url: new URL('https://prometheus.example.com/'),
          publicUrl: new URL('https://prometheus.example.com/'),
          headers: {},
          tls: {
            ca: 'authority',
            cert: undefined,
            key: undefined,
            insecureSkipVerify: false,
          },
        },
      ],
      defaultServer: 'main',
      allowedUrls: [new URL('http://other.example.com:9090/tenant/')],
      maxConcurrentQueries: 8,
      timeoutMs: 60_000,
    });
  });

  it('takes none of several for the default unless one says so', () => {
    const other = { ...server, name: 'other' };
    expect(read({ servers: [server, other] }).defaultServer).toBeNull();
    expect(
      read({ servers: [server, { ...other, default: true }] }).defaultServer,
    ).toBe('other');
    expect(
      read({ servers: [{ ...server, default: false }] }).defaultServer,
    ).toBeNull();
  });

  it.each([
    [
      { servers: [server, server] },
      'opmodel.prometheus.servers names the server "main" twice',
    ],
    [
      {
        servers: [
          { ...server, default: true },
          { ...server, name: 'b', default: true },
        ],
      },
      'opmodel.prometheus.servers has more than one default',
    ],
    [
      { servers: [{ ...server, url: 'https://me:secret@example.com' }] },
      'opmodel.prometheus.servers[0].url must be a http or https address',
    ],
    [
      { servers: [{ ...server, publicUrl: 'prometheus' }] },
      'opmodel.prometheus.servers[0].publicUrl must be a http or https address',
    ],
    [
      { allowedUrls: ['https://a.example.com', 'ftp://b.example.com'] },
      'opmodel.prometheus.allowedUrls[1] must be a http or https address',
    ],
    [
      {
        servers: [
          {
            ...server,
            auth: {
              basic: { username: 'a', password: 'b' },
              bearer: { token: 'c' },
            },
          },
        ],
      },
      'opmodel.prometheus.servers[0].auth has both basic and bearer',
    ],
    [
      { servers: [{ ...server, tls: { cert: 'own' } }] },
      'opmodel.prometheus.servers[0].tls needs both cert and key',
    ],
    [
      { servers: [{ ...server, headers: { 'X-Tenant': 'se\ncret' } }] },
      'opmodel.prometheus.servers[0].headers.X-Tenant is no valid header',
    ],
    [
      { maxConcurrentQueries: 0 },
      'opmodel.prometheus.maxConcurrentQueries must be a whole number from 1',
    ],
    [
      { timeout: 'PT0.5S' },
      'opmodel.prometheus.timeout must be a second or longer',
    ],
  ])('refuses %j', (prometheus, message) => {
    expect(() => read(prometheus)).toThrow(message);
    expect(() => read(prometheus)).not.toThrow(/se\s*cret/);
  });
});
