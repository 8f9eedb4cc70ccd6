import fs from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { CollectorBench } from './__testUtils__/CollectorBench';
import {
  at,
  createScenario,
  entity,
  type Scenario,
  shop,
  url,
} from './__testUtils__/Scenario';

jest.setTimeout(60_000);

describe('the git collector and a hostile repository', () => {
  const directory = createMockDirectory();
  let scenario: Scenario;
  let repository: Scenario['repository'];
  let bench: Scenario['bench'];
  let folder: string;
  /** Exists as soon as anything was executed that must not be. */
  let trap: string;

  const spring = () => `#!/bin/sh\ntouch '${trap}'\n`;

  beforeEach(() => {
    scenario = createScenario(directory);
    ({ repository, bench, folder } = scenario);
    trap = path.join(folder, 'executed');
  });

  it('executes no hook of it, and nothing that its configuration or attributes name', async () => {
    repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
      files: {
        '.gitattributes': '* filter=evil diff=evil\n',
        '.gitmodules':
          '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c "touch executed"\n',
        'services/cart/a': '1',
      },
    });
    repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
    const script = path.join(folder, 'evil.sh');
    fs.writeFileSync(script, spring(), { mode: 0o755 });
    const git = path.join(repository.path, '.git');
    for (const hook of [
      'post-checkout',
      'post-merge',
      'post-update',
      'pre-receive',
      'reference-transaction',
      'proc-receive',
      'update',
    ]) {
      fs.writeFileSync(path.join(git, 'hooks', hook), spring(), {
        mode: 0o755,
      });
    }
    for (const [key, value] of [
      ['core.fsmonitor', script],
      ['core.hooksPath', path.join(git, 'hooks')],
      ['core.sshCommand', script],
      ['core.pager', script],
      ['core.alternateRefsCommand', script],
      ['filter.evil.smudge', script],
      ['diff.evil.textconv', script],
      ['diff.external', script],
      ['gpg.program', script],
      ['log.showSignature', 'true'],
      ['uploadpack.packObjectsHook', script],
      ['alias.log', `!${script}`],
      ['credential.helper', `!${script}`],
    ]) {
      repository.git('config', key, value);
    }
    bench.entities = [entity(shop, { 'opmodel.io/path': 'services/cart' })];
    await bench.run();
    expect(bench.problems).toEqual([]);
    expect(bench.deployments().size).toBe(1);
    expect(fs.existsSync(trap)).toBe(false);
    // Files of the repository are nowhere to be found: it was never checked out.
    const files = fs
      .readdirSync(path.join(folder, 'cache'), { recursive: true })
      .map(String);
    expect(files.filter(name => name.endsWith('.gitmodules'))).toEqual([]);
  });

  it('takes names that look like options for names', async () => {
    const one = repository.commit({
      message: '--output=executed',
      at: '2026-01-01T00:00:00Z',
      files: { 'services/cart/--exec=x': '1' },
    });
    for (const reference of [
      'refs/tags/--upload-pack=touch-1.0.0',
      'refs/tags/-1.0.0',
      'refs/tags/v1.0.0;touch executed'.replace(' ', '$IFS'),
      'refs/heads/--output=executed',
      'refs/heads/-c',
      'refs/tags/$(touch${IFS}executed)-1.0.0',
    ]) {
      repository.git('update-ref', reference, one);
    }
    bench.entities = [
      entity(shop, {
        'opmodel.io/git-tag-pattern': '*-{version}',
        'opmodel.io/path': 'services/cart',
      }),
    ];
    await bench.run();
    expect(bench.problems).toEqual([]);
    // Three names for one release on one commit.
    expect([...bench.deployments().keys()]).toEqual([
      `${shop}#$(touch\${IFS}executed)-1.0.0`,
    ]);
    expect(bench.changes().get(one)?.title).toBe('--output=executed');
    expect(fs.readdirSync(path.join(folder, 'cache')).sort()).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}\.git$/),
      'gitconfig',
    ]);
    expect(fs.existsSync(trap)).toBe(false);
  });

  it.each([
    'ext::sh -c touch% executed',
    'url:ext::sh -c touch% executed',
    'file:///etc',
    'url:file:///etc/passwd',
    'url:/etc',
    'url:git://github.com/acme/shop',
    'url:ssh://-oProxyCommand=touch/acme/shop',
    'url:--upload-pack=touch',
    'git@github.com:acme/shop',
  ])('never asks git for %s', async location => {
    bench.entities = [
      entity(shop, { 'backstage.io/source-location': location }),
    ];
    await bench.run();
    expect(bench.fresh).toEqual([]);
    expect(fs.readdirSync(path.join(folder, 'cache'))).toEqual(['gitconfig']);
    expect(fs.existsSync(trap)).toBe(false);
  });

  it('does not let a mirror be named but by configuration', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    bench = scenario.createBench({ mirrors: [] });
    bench.entities = [
      entity(shop, {
        'backstage.io/source-location': `url:file://${repository.path}`,
      }),
      entity('component:default/other'),
    ];
    await bench.run();
    expect(bench.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("got 'file://'"),
      expect.stringContaining(
        'No integration is configured for git.example.com',
      ),
    ]);
  });

  it('takes no part in what the user of the backend or the folder above has configured', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    const script = path.join(folder, 'evil.sh');
    fs.writeFileSync(script, spring(), { mode: 0o755 });
    const home = path.join(folder, 'home');
    fs.mkdirSync(home);
    fs.writeFileSync(
      path.join(home, '.gitconfig'),
      `[core]\n\tfsmonitor = ${script}\n[url "file:///nowhere"]\n\tinsteadOf = ${repository.path}\n`,
    );
    // The cache lies within a repository whose settings would send git elsewhere.
    const above = path.join(folder, 'above');
    fs.mkdirSync(above);
    fs.cpSync(path.join(repository.path, '.git'), path.join(above, '.git'), {
      recursive: true,
    });
    fs.appendFileSync(
      path.join(above, '.git', 'config'),
      `[url "file:///nowhere"]\n\tinsteadOf = ${repository.path}\n`,
    );
    const before = { ...process.env };
    Object.assign(process.env, {
      HOME: home,
      GIT_CONFIG_GLOBAL: path.join(home, '.gitconfig'),
      GIT_SSH_COMMAND: script,
      GIT_ASKPASS: script,
      GIT_EXTERNAL_DIFF: script,
      GIT_DIR: '/nowhere',
      GIT_TRACE: trap,
    });
    try {
      bench = new CollectorBench({
        cacheDirectory: path.join(above, 'cache'),
        now: '2026-06-01T00:00:00Z',
        git: { mirrors: [{ url, path: repository.path }] },
      });
      bench.entities = [entity(shop)];
      await bench.run();
    } finally {
      for (const name of Object.keys(process.env)) {
        if (!(name in before)) {
          delete process.env[name];
        }
      }
      Object.assign(process.env, before);
    }
    expect(bench.problems).toEqual([]);
    expect(bench.changes().size).toBe(1);
    expect(fs.existsSync(trap)).toBe(false);
  });

  it('refuses a cache folder to which others may write', async () => {
    const cache = path.join(folder, 'cache');
    fs.mkdirSync(cache);
    fs.chmodSync(cache, 0o777);
    await expect(bench.run()).rejects.toThrow(/writable for nobody else/);
  });

  it('is not held up by a pattern or a tag', async () => {
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    repository.git('update-ref', `refs/tags/${'a'.repeat(200)}b`, one);
    bench.entities = [
      entity(shop, { 'opmodel.io/git-tag-pattern': '*a*a*a' }),
      entity('component:default/greedy', {
        'opmodel.io/git-tag-pattern': '*a*a*a*a*a*a',
      }),
    ];
    const startedAt = performance.now();
    await bench.run();
    expect(performance.now() - startedAt).toBeLessThan(30_000);
    expect(bench.problems).toEqual([
      {
        subject: 'component:default/greedy',
        message: expect.stringContaining('at most 3 wildcards'),
      },
    ]);
    expect(bench.changes().get(one)?.mergedAt).toBe(at('2026-01-01T00:00:00Z'));
  });
});
