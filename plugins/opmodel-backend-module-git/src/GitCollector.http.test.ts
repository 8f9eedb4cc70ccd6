import fs from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { CollectorBench } from './__testUtils__/CollectorBench';
import { GitHttpServer } from './__testUtils__/GitHttpServer';
import { entity, shop } from './__testUtils__/Scenario';
import { TestRepository } from './__testUtils__/TestRepository';

jest.setTimeout(60_000);

const token = 'a-secret-token';
const authorization = `Basic ${Buffer.from(`oauth2:${token}`).toString(
  'base64',
)}`;

describe('the git collector and a server', () => {
  const directory = createMockDirectory();
  let count = 0;
  let folder: string;
  let repository: TestRepository;
  let server: GitHttpServer;
  let elsewhere: GitHttpServer;
  let bench: CollectorBench;

  beforeEach(async () => {
    count += 1;
    folder = directory.resolve(`http-${count}`);
    repository = new TestRepository(path.join(folder, 'acme', 'shop.git'));
    server = new GitHttpServer(folder, authorization);
    elsewhere = new GitHttpServer(folder, undefined);
    const url = await server.start();
    await elsewhere.start();
    bench = new CollectorBench({
      cacheDirectory: path.join(folder, 'cache'),
      now: '2026-06-01T00:00:00Z',
      integrations: {
        gitlab: [
          {
            host: server.host,
            token,
            apiBaseUrl: `${url}/api/v4`,
            baseUrl: url,
          },
          { host: elsewhere.host, apiBaseUrl: `http://${elsewhere.host}/api` },
        ],
      },
    });
    bench.entities = [
      entity(shop, {
        'backstage.io/source-location': `url:${url}/acme/shop/-/tree/main/`,
      }),
    ];
  });

  afterEach(async () => {
    await server.stop();
    await elsewhere.stop();
  });

  it('reads with the credentials of the integration, fetches only what is new, and keeps them nowhere', async () => {
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
    await bench.run();
    expect(bench.problems).toEqual([]);
    expect(bench.changes().get(one)).toMatchObject({
      url: `http://${server.host}/acme/shop/-/commit/${one}`,
      repositoryUrl: `http://${server.host}/acme/shop`,
    });
    expect(bench.deployments().get(`${shop}#v1.0.0`)?.url).toBe(
      `http://${server.host}/acme/shop/-/tags/v1.0.0`,
    );

    server.requests.length = 0;
    await bench.run();
    expect(bench.fresh).toEqual([]);
    // The references were listed, and that was all.
    expect(server.requests.map(request => request.path)).toEqual([
      '/acme/shop.git/info/refs',
      '/acme/shop.git/git-upload-pack',
    ]);

    const two = repository.commit({
      message: 'two',
      at: '2026-01-02T00:00:00Z',
    });
    await bench.run();
    expect(bench.fresh.map(event => event.observation.subject)).toEqual([two]);

    const kept = fs
      .readdirSync(path.join(folder, 'cache'), {
        recursive: true,
        withFileTypes: true,
      })
      .filter(entry => entry.isFile())
      .map(entry =>
        fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1'),
      );
    const said = [...kept, bench.ledgerText(), JSON.stringify(bench.saved)];
    const secrets = [token, authorization.slice('Basic '.length)];
    expect(
      said.filter(text => secrets.some(secret => text.includes(secret))),
    ).toEqual([]);
  });

  it('does not follow a redirect, which would carry the credentials elsewhere', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    server.redirectTo = `http://${elsewhere.host}`;
    await bench.run();
    expect(bench.problems).toEqual([
      {
        subject: `http://${server.host}/acme/shop`,
        message: expect.stringMatching(
          /^git ls-remote: fatal: .*returned error: 302 \(the repository has moved/,
        ),
      },
    ]);
    expect(elsewhere.requests).toEqual([]);
  });

  it('says so when the credentials are refused, and asks nobody', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    bench.entities = [
      entity(shop, {
        'backstage.io/source-location': `url:http://${server.host}/acme/none`,
      }),
    ];
    await bench.run();
    expect(bench.problems).toHaveLength(1);
    expect(bench.problems[0].message).toMatch(/not found|could not read/i);
    expect(bench.problems[0].message).not.toContain(token);
  });
});
