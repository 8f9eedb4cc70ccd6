import fs from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  at,
  createScenario,
  entity,
  shop,
  type Scenario,
} from './__testUtils__/Scenario';

jest.setTimeout(60_000);

const cart = 'component:default/cart';
const teamA = 'group:default/team-a';
const teamB = 'group:default/team-b';

describe('the git collector on owners', () => {
  const directory = createMockDirectory();
  let repository: Scenario['repository'];
  let bench: Scenario['bench'];

  beforeEach(() => {
    ({ repository, bench } = createScenario(directory));
    bench.teams = { 'ada@example.com': [teamA], 'ben@example.com': [teamB] };
    bench.entities = [
      entity(shop),
      entity(cart, { 'opmodel.io/path': 'services/cart' }),
    ];
  });

  it('reads CODEOWNERS of the default branch and who worked on which folder in the last 90 days', async () => {
    repository.commit({
      message: 'before the window',
      at: '2026-03-01T00:00:00Z',
      files: { 'services/cart/a': '0' },
    });
    repository.commit({
      message: 'who owns what',
      at: '2026-05-01T00:00:00Z',
      files: {
        '.github/CODEOWNERS':
          '* @acme/platform\n/services/cart/ @acme/cart @acme/pay\n',
        CODEOWNERS: '* @acme/nobody\n',
      },
    });
    repository.commit({
      message: 'together\n\nCo-authored-by: Ben <BEN@example.com>',
      at: '2026-05-02T00:00:00Z',
      files: { 'services/cart/a': '1' },
    });
    repository.commit({
      message: 'a stranger',
      at: '2026-05-03T00:00:00Z',
      author: 'eve@example.org',
      files: { 'services/cart/b': '1' },
    });
    repository.commit({
      message: 'a program',
      at: '2026-05-04T00:00:00Z',
      author: '49699333+dependabot[bot]@users.noreply.github.com',
      files: { 'services/cart/c': '1' },
    });
    repository.checkout('draft', 'main');
    repository.commit({
      message: 'not yet',
      at: '2026-05-05T00:00:00Z',
      files: { '.github/CODEOWNERS': '* @acme/draft\n' },
    });
    repository.checkout('main');
    await bench.run();

    expect(bench.problems).toEqual([]);
    expect(bench.ownerships.get(cart)).toEqual({
      entityRef: cart,
      folder: 'services/cart',
      codeowners: {
        path: '.github/CODEOWNERS',
        rules: [
          {
            pattern: '/services/cart/',
            line: 2,
            owners: ['@acme/cart', '@acme/pay'],
          },
        ],
      },
      from: at('2026-03-03T00:00:00Z'),
      to: at('2026-06-01T00:00:00Z'),
      commits: 2,
      contributors: 3,
      unassignedCommits: 1,
      teams: [
        { teamRef: teamA, commits: 1, contributors: 1 },
        { teamRef: teamB, commits: 1, contributors: 1 },
      ],
    });
    expect(bench.ownerships.get(shop)).toMatchObject({
      folder: null,
      codeowners: { rules: [{ pattern: '*', owners: ['@acme/platform'] }] },
      commits: 3,
      contributors: 3,
      unassignedCommits: 1,
      teams: [
        { teamRef: teamA, commits: 2 },
        { teamRef: teamB, commits: 1 },
      ],
    });
    const kept = JSON.stringify([
      [...bench.ownerships],
      bench.watermark,
      bench.ledgerText(),
    ]).toLowerCase();
    expect(kept).not.toMatch(/ada@|ben@|eve@/);
  });

  it('reads it again when something was committed, and every few hours, because the window goes on', async () => {
    repository.commit({ message: 'one', at: '2026-03-04T00:00:00Z' });
    await bench.run();
    expect(bench.ownerships.get(shop)).toMatchObject({
      codeowners: null,
      commits: 1,
    });
    bench.now = at('2026-06-01T05:00:00Z');
    await bench.run();
    expect(bench.ownerships.size).toBe(0);
    bench.now = at('2026-06-03T00:00:00Z');
    await bench.run();
    expect(bench.ownerships.get(shop)).toMatchObject({
      commits: 0,
      contributors: 0,
      teams: [],
    });
    repository.commit({ message: 'two', at: '2026-06-03T00:00:00Z' });
    bench.now = at('2026-06-03T01:00:00Z');
    await bench.run();
    expect(bench.ownerships.get(shop)).toMatchObject({ commits: 1 });
  });

  it('does not read a file that is too large or a link, and goes on with deliveries', async () => {
    repository.commit({
      message: 'large',
      at: '2026-05-01T00:00:00Z',
      files: { CODEOWNERS: '# much\n'.repeat(500_000) },
    });
    await bench.run();
    expect(bench.changes().size).toBe(1);
    expect(bench.problems).toEqual([
      {
        subject: 'https://git.example.com/acme/shop',
        message:
          'CODEOWNERS has 3500000 bytes, more than 3145728, and is not read',
      },
    ]);
    repository.git('rm', '-q', 'CODEOWNERS');
    fs.symlinkSync('file-1', path.join(repository.path, 'CODEOWNERS'));
    repository.git('add', '-A');
    repository.git('commit', '-q', '-m', 'a link');
    bench.now = at('2026-06-01T01:00:00Z');
    await bench.run();
    expect(bench.problems).toEqual([]);
    expect(bench.ownerships.get(shop)).toMatchObject({ codeowners: null });
  });

  it('asks nobody where nobody wants to know', async () => {
    bench.teams = undefined;
    repository.commit({ message: 'one', at: '2026-05-01T00:00:00Z' });
    await bench.run();
    expect(bench.problems).toEqual([]);
    expect(bench.ownerships.size).toBe(0);
  });
});
