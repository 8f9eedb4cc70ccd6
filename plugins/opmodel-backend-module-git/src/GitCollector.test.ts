import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { CollectorBench } from './testing/CollectorBench';
import { TestRepository } from './testing/TestRepository';

jest.setTimeout(60_000);

const url = 'https://git.example.com/acme/shop';
const shop = 'component:default/shop';

describe('the git collector', () => {
  const directory = createMockDirectory();
  let count = 0;
  let folder: string;
  let repository: TestRepository;
  let bench: CollectorBench;

  const entity = (
    entityRef: string,
    annotations: Record<string, string> = {},
  ) => ({
    entityRef,
    kind: 'Component',
    annotations: {
      'backstage.io/source-location': `url:${url}/tree/main/`,
      ...annotations,
    },
  });

  const createBench = (git: JsonObject = {}) => {
    bench = new CollectorBench({
      cacheDirectory: path.join(folder, 'cache'),
      now: '2026-06-01T00:00:00Z',
      git: { mirrors: [{ url, path: repository.path }], ...git },
    });
    bench.entities = [entity(shop)];
    return bench;
  };

  const at = (text: string) => Date.parse(text);
  const carried = (tag: string, entityRef = shop) =>
    bench.deployments().get(`${entityRef}#${tag}`)?.changes;

  beforeEach(() => {
    folder = directory.resolve(`test-${++count}`);
    repository = new TestRepository(path.join(folder, 'shop'));
    createBench();
  });

  describe('changes', () => {
    it('takes the beginning of a merged branch from its first commit', async () => {
      repository.commit({ message: 'start', at: '2026-01-01T00:00:00Z' });
      repository.checkout('feature', 'main');
      repository.commit({
        message: 'one',
        authoredAt: '2026-01-02T08:00:00Z',
        at: '2026-01-02T09:00:00Z',
        author: 'ada@example.com',
      });
      repository.commit({
        message: 'two',
        at: '2026-01-03T00:00:00Z',
        author: 'grace@example.com',
      });
      repository.checkout('main');
      repository.commit({ message: 'meanwhile', at: '2026-01-03T12:00:00Z' });
      const merged = repository.merge('feature', {
        message:
          'Merge pull request #7 from acme/feature\n\nLet people pay later',
        at: '2026-01-04T00:00:00Z',
      });
      await bench.run();

      expect(bench.problems).toEqual([]);
      expect(bench.changes().size).toBe(3);
      expect(bench.changes().get(merged)).toMatchObject({
        title: 'Let people pay later',
        commitSha: merged,
        firstCommitAt: at('2026-01-02T08:00:00Z'),
        mergedAt: at('2026-01-04T00:00:00Z'),
        contributors: 2,
        approvedByOther: null,
        hotfix: false,
        repositoryUrl: url,
        target: { entityRefs: [shop] },
      });
    });

    it('counts from the author date of a squash, and keeps a span that runs backwards', async () => {
      repository.commit({ message: 'start', at: '2026-01-01T00:00:00Z' });
      repository.checkout('feature', 'main');
      repository.commit({ message: 'work', at: '2026-01-02T00:00:00Z' });
      repository.checkout('main');
      const squash = repository.squash('feature', {
        message:
          'Add basket (#8)\n\nCo-authored-by: Grace <grace@example.com>\nCo-authored-by: Ada <ADA@example.com>',
        authoredAt: '2026-01-02T10:00:00Z',
        at: '2026-01-05T00:00:00Z',
      });
      const backwards = repository.commit({
        message: 'from a wrong clock',
        authoredAt: '2026-02-01T00:00:00Z',
        at: '2026-01-06T00:00:00Z',
      });
      await bench.run();

      expect(bench.changes().get(squash)).toMatchObject({
        title: 'Add basket (#8)',
        firstCommitAt: at('2026-01-02T10:00:00Z'),
        mergedAt: at('2026-01-05T00:00:00Z'),
        contributors: 2,
      });
      expect(bench.changes().get(backwards)).toMatchObject({
        firstCommitAt: at('2026-02-01T00:00:00Z'),
        mergedAt: at('2026-01-06T00:00:00Z'),
      });
    });

    it('finds what a revert reverts, also through the merge that had brought it', async () => {
      repository.commit({ message: 'start', at: '2026-01-01T00:00:00Z' });
      const plain = repository.commit({
        message: 'Add cache',
        at: '2026-01-02T00:00:00Z',
      });
      repository.gitWith(
        {
          GIT_AUTHOR_DATE: '2026-01-03T00:00:00Z',
          GIT_COMMITTER_DATE: '2026-01-03T00:00:00Z',
        },
        'revert',
        '--no-edit',
        'HEAD',
      );
      const reverting = repository.head();
      repository.checkout('feature', 'main');
      const inner = repository.commit({
        message: 'Speed up',
        at: '2026-01-04T00:00:00Z',
      });
      repository.checkout('main');
      const merged = repository.merge('feature', {
        message: 'Merge pull request #9 from acme/feature\n\nFaster basket',
        at: '2026-01-05T00:00:00Z',
      });
      const ofInner = repository.commit({
        message: `Slow down again\n\nThis reverts commit ${inner.slice(
          0,
          10,
        )}.`,
        at: '2026-01-06T00:00:00Z',
      });
      const byTitle = repository.commit({
        message: 'Revert "Faster basket" (#10)',
        at: '2026-01-07T00:00:00Z',
      });
      const byNumber = repository.commit({
        message: 'Undo\n\nReverts acme/shop#9',
        at: '2026-01-08T00:00:00Z',
      });
      await bench.run();

      const reverted = (sha: string) =>
        bench.changes().get(sha)?.revertsCommitSha;
      expect(reverted(reverting)).toBe(plain);
      expect(reverted(ofInner)).toBe(merged);
      expect(reverted(byTitle)).toBe(merged);
      expect(reverted(byNumber)).toBe(merged);
      expect(reverted(plain)).toBeNull();
    });

    it('knows a hotfix by its branch', async () => {
      repository.commit({ message: 'start', at: '2026-01-01T00:00:00Z' });
      repository.checkout('hotfix/pay', 'main');
      repository.commit({ message: 'repair', at: '2026-01-02T00:00:00Z' });
      repository.checkout('main');
      const merged = repository.merge('hotfix/pay', {
        message: "Merge branch 'hotfix/pay' into 'main'\n\nRepair payment",
        at: '2026-01-02T01:00:00Z',
      });
      await bench.run();
      expect(bench.changes().get(merged)).toMatchObject({
        hotfix: true,
        title: 'Repair payment',
      });
    });

    it('reads a message that is no UTF-8 and a commit without a usable date', async () => {
      repository.commit({ message: 'start', at: '2026-01-01T00:00:00Z' });
      const tree = repository.git('rev-parse', 'HEAD^{tree}');
      const write = (body: Buffer) =>
        execFileSync(
          'git',
          ['hash-object', '-w', '-t', 'commit', '--stdin', '--literally'],
          { cwd: repository.path, input: body, encoding: 'utf8' },
        ).trim();
      const latin = write(
        Buffer.from(
          `tree ${tree}\nparent ${repository.head()}\nauthor A <a@example.com> 1767312000 +0000\ncommitter A <a@example.com> 1767312000 +0000\n\ncaf\xe9\n`,
          'latin1',
        ),
      );
      const dateless = write(
        Buffer.from(
          `tree ${tree}\nparent ${latin}\nauthor A <a@example.com> 99999999999999 +0000\ncommitter A <a@example.com> 99999999999999 +0000\n\nfar away\n`,
        ),
      );
      repository.git('update-ref', 'refs/heads/main', dateless);
      await bench.run();

      expect(bench.problems).toEqual([]);
      expect(bench.changes().get(latin)).toMatchObject({
        title: 'caf\ufffd',
        mergedAt: at('2026-01-02T00:00:00Z'),
      });
    });

    it('lets no identity of an author out', async () => {
      repository.commit({
        message: 'start\n\nCo-authored-by: Grace <grace@example.com>',
        at: '2026-01-01T00:00:00Z',
        author: 'ada@example.com',
      });
      repository.tag('v1.0.0', '2026-01-02T00:00:00Z');
      await bench.run();
      expect(bench.changes().size).toBe(1);
      for (const text of [bench.ledgerText(), JSON.stringify(bench.saved)]) {
        expect(text).not.toMatch(/ada|grace|merge-button/i);
      }
    });
  });

  describe('deployments by tags', () => {
    it('says when, which version, and what it carries', async () => {
      const first = repository.commit({
        message: 'one',
        at: '2026-01-01T00:00:00Z',
      });
      repository.tag('v1.0.0', '2026-01-02T00:00:00Z');
      const second = repository.commit({
        message: 'two',
        at: '2026-01-03T00:00:00Z',
      });
      const third = repository.commit({
        message: 'three',
        at: '2026-01-04T00:00:00Z',
      });
      repository.tag('1.1.0');
      repository.tag('v1.2.0-rc.1', '2026-01-05T00:00:00Z');
      repository.tag('nightly', '2026-01-05T00:00:00Z');
      repository.commit({
        message: 'not released',
        at: '2026-01-06T00:00:00Z',
      });
      await bench.run();

      expect([...bench.deployments().keys()].sort()).toEqual([
        `${shop}#1.1.0`,
        `${shop}#v1.0.0`,
      ]);
      expect(bench.deployments().get(`${shop}#v1.0.0`)).toMatchObject({
        title: 'v1.0.0',
        version: '1.0.0',
        environment: 'production',
        result: 'success',
        commitSha: first,
        finishedAt: at('2026-01-02T00:00:00Z'),
        changes: [first],
        baseline: true,
        hotfix: false,
        planned: null,
      });
      expect(bench.deployments().get(`${shop}#1.1.0`)).toMatchObject({
        version: '1.1.0',
        finishedAt: at('2026-01-04T00:00:00Z'),
        changes: [second, third],
        baseline: false,
      });
    });

    it('takes a release from a branch that was cut from an older one for what was added there', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
      const onMain = repository.commit({
        message: 'two',
        at: '2026-01-02T00:00:00Z',
      });
      repository.tag('v1.1.0', '2026-01-02T01:00:00Z');
      repository.checkout('release/1.0', 'v1.0.0');
      const repair = repository.commit({
        message: 'repair',
        at: '2026-01-03T00:00:00Z',
      });
      repository.tag('v1.0.1', '2026-01-03T01:00:00Z');
      repository.checkout('main');
      const next = repository.commit({
        message: 'three',
        at: '2026-01-04T00:00:00Z',
      });
      const mergedBack = repository.merge('release/1.0', {
        message: "Merge branch 'release/1.0'",
        at: '2026-01-05T00:00:00Z',
      });
      repository.tag('v1.2.0', '2026-01-05T01:00:00Z');
      await bench.run();

      expect(carried('v1.1.0')).toEqual([onMain]);
      expect(carried('v1.0.1')).toEqual([repair]);
      expect(carried('v1.2.0')).toEqual([next]);
      expect(bench.changes().has(mergedBack)).toBe(false);
      expect(bench.deployments().get(`${shop}#v1.0.1`)).toMatchObject({
        hotfix: true,
        baseline: false,
      });
      expect(bench.deployments().get(`${shop}#v1.1.0`)?.hotfix).toBe(false);
    });

    it('follows release branches that are never merged back', async () => {
      const one = repository.commit({
        message: 'one',
        at: '2026-01-01T00:00:00Z',
      });
      repository.checkout('release/1', 'main');
      const bump1 = repository.commit({
        message: 'release 1',
        at: '2026-01-01T06:00:00Z',
      });
      repository.tag('v1.0.0', '2026-01-01T07:00:00Z');
      repository.checkout('main');
      const two = repository.commit({
        message: 'two',
        at: '2026-01-02T00:00:00Z',
      });
      repository.checkout('release/2', 'main');
      const bump2 = repository.commit({
        message: 'release 2',
        at: '2026-01-02T06:00:00Z',
      });
      repository.tag('v2.0.0', '2026-01-02T07:00:00Z');
      repository.checkout('main');
      await bench.run();
      expect(carried('v1.0.0')).toEqual([one, bump1]);
      expect(carried('v2.0.0')).toEqual([two, bump2]);
    });

    it('calls a patch a hotfix only within the window after its minor version', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      repository.tag('v1.0.0', '2026-01-01T00:00:00Z');
      repository.commit({ message: 'two', at: '2026-01-08T00:00:00Z' });
      repository.tag('v1.0.1', '2026-01-08T00:00:00Z');
      repository.commit({ message: 'three', at: '2026-01-08T00:00:01Z' });
      repository.tag('v1.0.2', '2026-01-08T00:00:01Z');
      repository.commit({ message: 'four', at: '2026-01-09T00:00:00Z' });
      repository.tag('v1.3.1', '2026-01-09T00:00:00Z');
      await bench.run();
      const hotfixes = [...bench.deployments()]
        .filter(([, { hotfix }]) => hotfix)
        .map(([subject]) => subject);
      expect(hotfixes).toEqual([`${shop}#v1.0.1`]);
    });

    it('corrects a tag that was moved, once', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
      const two = repository.commit({
        message: 'two',
        at: '2026-01-02T00:00:00Z',
      });
      repository.tag('v1.1.0', '2026-01-02T01:00:00Z');
      const three = repository.commit({
        message: 'three',
        at: '2026-01-03T00:00:00Z',
      });
      await bench.run();
      expect(carried('v1.1.0')).toEqual([two]);

      repository.tag('v1.1.0', '2026-01-03T01:00:00Z');
      bench.now = at('2026-06-02T00:00:00Z');
      await bench.run();
      expect(bench.fresh).toHaveLength(1);
      expect(bench.fresh[0]).toMatchObject({
        time: '2026-06-02T00:00:00.000Z',
        observation: { kind: 'deployment', subject: `${shop}#v1.1.0` },
      });
      expect(bench.deployments().get(`${shop}#v1.1.0`)).toMatchObject({
        commitSha: three,
        finishedAt: at('2026-01-03T01:00:00Z'),
        changes: [two, three],
      });

      bench.now = at('2026-06-03T00:00:00Z');
      await bench.run();
      expect(bench.fresh).toEqual([]);
    });

    it('takes back a deleted tag, gives its changes to the next one, and takes it up again', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
      const two = repository.commit({
        message: 'two',
        at: '2026-01-02T00:00:00Z',
      });
      repository.tag('v1.1.0', '2026-01-02T01:00:00Z');
      const object = repository.git('rev-parse', 'v1.1.0');
      const three = repository.commit({
        message: 'three',
        at: '2026-01-03T00:00:00Z',
      });
      repository.tag('v1.2.0', '2026-01-03T01:00:00Z');
      await bench.run();
      const original = bench.deployments();

      repository.git('tag', '-d', 'v1.1.0');
      bench.now = at('2026-06-02T00:00:00Z');
      await bench.run();
      expect(carried('v1.1.0')).toBeUndefined();
      expect(carried('v1.2.0')).toEqual([two, three]);

      repository.git('update-ref', 'refs/tags/v1.1.0', object);
      bench.now = at('2026-06-03T00:00:00Z');
      await bench.run();
      expect(bench.deployments()).toEqual(original);
    });

    it('does not let a tag that is added late to an old commit take changes away', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
      const two = repository.commit({
        message: 'two',
        at: '2026-01-02T00:00:00Z',
      });
      const three = repository.commit({
        message: 'three',
        at: '2026-01-03T00:00:00Z',
      });
      repository.tag('v1.2.0', '2026-01-03T01:00:00Z');
      await bench.run();
      repository.tag('v1.1.0', '2026-05-01T00:00:00Z', two);
      await bench.run();
      expect(carried('v1.2.0')).toEqual([two, three]);
      expect(carried('v1.1.0')).toEqual([]);
    });

    it('puts a lightweight tag before what contains it, although its clock was wrong', async () => {
      const one = repository.commit({
        message: 'one',
        at: '2027-01-01T00:00:00Z',
      });
      repository.tag('v1.0.0');
      const two = repository.commit({
        message: 'two',
        at: '2026-01-02T00:00:00Z',
      });
      repository.tag('v1.1.0');
      await bench.run();
      expect(carried('v1.0.0')).toEqual([one]);
      expect(carried('v1.1.0')).toEqual([two]);
    });

    it('reads a tag of a tag, and leaves tags alone that are no commits', async () => {
      const one = repository.commit({
        message: 'one',
        at: '2026-01-01T00:00:00Z',
      });
      repository.tag('inner', '2026-01-01T01:00:00Z');
      repository.tag('v1.0.0', '2026-01-01T02:00:00Z', 'inner');
      repository.git('tag', 'v2.0.0', 'HEAD^{tree}');
      repository.tag('v3.0.0', '2026-01-01T03:00:00Z', 'HEAD:file-1');
      await bench.run();
      expect(bench.problems).toEqual([]);
      expect([...bench.deployments().values()]).toEqual([
        expect.objectContaining({
          subject: `${shop}#v1.0.0`,
          commitSha: one,
          finishedAt: at('2026-01-01T02:00:00Z'),
        }),
      ]);
    });
  });

  describe('deployments of the main line', () => {
    it('takes each commit of the main line for a deployment', async () => {
      const one = repository.commit({
        message: 'one',
        at: '2026-01-01T00:00:00Z',
      });
      repository.checkout('feature', 'main');
      repository.commit({ message: 'work', at: '2026-01-02T00:00:00Z' });
      repository.checkout('main');
      const merged = repository.merge('feature', {
        message: "Merge branch 'feature'",
        at: '2026-01-03T00:00:00Z',
      });
      bench.entities = [
        entity(shop, { 'opmodel.io/git-deployments': 'mainline' }),
      ];
      await bench.run();
      expect([...bench.deployments().keys()].sort()).toEqual(
        [`${shop}#${one}`, `${shop}#${merged}`].sort(),
      );
      expect(bench.deployments().get(`${shop}#${one}`)).toMatchObject({
        baseline: true,
        changes: [one],
      });
      expect(bench.deployments().get(`${shop}#${merged}`)).toMatchObject({
        baseline: false,
        changes: [merged],
        finishedAt: at('2026-01-03T00:00:00Z'),
        version: null,
      });
    });

    it('takes back what a rewritten branch has lost', async () => {
      const one = repository.commit({
        message: 'one',
        at: '2026-01-01T00:00:00Z',
      });
      const two = repository.commit({
        message: 'two',
        at: '2026-01-02T00:00:00Z',
      });
      bench.entities = [
        entity(shop, { 'opmodel.io/git-deployments': 'mainline' }),
      ];
      await bench.run();
      repository.git('reset', '-q', '--hard', one);
      const other = repository.commit({
        message: 'other',
        at: '2026-01-03T00:00:00Z',
      });
      bench.now = at('2026-06-02T00:00:00Z');
      await bench.run();
      expect([...bench.changes().keys()].sort()).toEqual([one, other].sort());
      expect(bench.deployments().has(`${shop}#${two}`)).toBe(false);

      // The branch goes back to what it was: what was taken back holds again.
      repository.git('reset', '-q', '--hard', two);
      bench.now = at('2026-06-03T00:00:00Z');
      await bench.run();
      expect([...bench.changes().keys()].sort()).toEqual([one, two].sort());
      expect(bench.deployments().has(`${shop}#${two}`)).toBe(true);
    });

    it('does the same when the clone was lost meanwhile, as far as the old history is to be had', async () => {
      const one = repository.commit({
        message: 'one',
        at: '2026-01-01T00:00:00Z',
      });
      repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
      await bench.run();
      fs.rmSync(path.join(folder, 'cache'), { recursive: true });
      repository.git('checkout', '-q', '--orphan', 'other');
      repository.git('branch', '-D', 'main');
      repository.git('tag', '-d', 'v1.0.0');
      repository.git('branch', '-m', 'main');
      const other = repository.commit({
        message: 'other',
        at: '2026-01-03T00:00:00Z',
      });
      repository.tag('v2.0.0', '2026-01-03T01:00:00Z');
      repository.git('reflog', 'expire', '--expire=now', '--all');
      repository.git('gc', '-q', '--prune=now');
      bench.now = at('2026-06-02T00:00:00Z');
      await bench.run();
      expect(bench.problems).toEqual([]);
      expect(carried('v2.0.0')).toEqual([other]);
      expect(bench.changes().has(one)).toBe(true);
    });
  });

  describe('monorepos', () => {
    const cart = 'component:default/cart';
    const pay = 'component:default/pay';

    it('gives each component the changes that touch its folder', async () => {
      const both = repository.commit({
        message: 'both',
        at: '2026-01-01T00:00:00Z',
        files: { 'services/cart/a': '1', 'services/pay/a': '1' },
      });
      const root = repository.commit({
        message: 'root',
        at: '2026-01-02T00:00:00Z',
        files: { 'services/cart-legacy/a': '1', readme: '1' },
      });
      repository.tag('cart-v1.0.0', '2026-01-02T01:00:00Z');
      repository.tag('services/pay@v1.0.0', '2026-01-02T01:00:00Z');
      repository.checkout('feature', 'main');
      repository.commit({
        message: 'cart work',
        at: '2026-01-03T00:00:00Z',
        files: { 'services/cart/a': '2' },
      });
      repository.checkout('main');
      const ofPay = repository.commit({
        message: 'pay',
        at: '2026-01-03T12:00:00Z',
        files: { 'services/pay/a': '2' },
      });
      const ofCart = repository.merge('feature', {
        message: "Merge branch 'feature'",
        at: '2026-01-04T00:00:00Z',
      });
      repository.tag('cart-v1.1.0', '2026-01-04T01:00:00Z');
      bench.entities = [
        entity(cart, {
          'opmodel.io/path': './services/cart/',
          'opmodel.io/git-tag-pattern': '{component}-{version}',
        }),
        entity(pay, {
          'opmodel.io/path': 'services/pay',
          'opmodel.io/git-tag-pattern': '{path}@v{version}',
        }),
      ];
      await bench.run();

      expect(bench.problems).toEqual([]);
      expect(bench.changes().get(both)?.target.entityRefs).toEqual([cart, pay]);
      expect(bench.changes().has(root)).toBe(false);
      expect(bench.changes().get(ofCart)?.target.entityRefs).toEqual([cart]);
      expect(bench.changes().get(ofPay)?.target.entityRefs).toEqual([pay]);
      expect(carried('cart-v1.0.0', cart)).toEqual([both]);
      expect(carried('cart-v1.1.0', cart)).toEqual([ofCart]);
      expect(carried('services/pay@v1.0.0', pay)).toEqual([both]);
      expect(bench.deployments().size).toBe(3);
      // One clone serves both.
      expect(
        fs
          .readdirSync(path.join(folder, 'cache'))
          .filter(name => name.endsWith('.git')),
      ).toHaveLength(1);
    });

    it('tells of the whole history of a component that is added later, and keeps that of one that leaves', async () => {
      const one = repository.commit({
        message: 'one',
        at: '2026-01-01T00:00:00Z',
      });
      repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
      await bench.run();
      const other = entity('component:default/other');
      bench.entities = [entity(shop), other];
      bench.now = at('2026-06-02T00:00:00Z');
      await bench.run();
      expect(bench.changes().get(one)?.target.entityRefs).toEqual([
        other.entityRef,
        shop,
      ]);
      expect(carried('v1.0.0', other.entityRef)).toEqual([one]);

      bench.entities = [other];
      bench.now = at('2026-06-03T00:00:00Z');
      await bench.run();
      expect(carried('v1.0.0', shop)).toEqual([one]);

      repository.tag('v1.0.0', '2026-01-01T02:00:00Z');
      bench.entities = [entity(shop), other];
      bench.now = at('2026-06-04T00:00:00Z');
      await bench.run();
      expect(bench.deployments().get(`${shop}#v1.0.0`)?.finishedAt).toBe(
        at('2026-01-01T02:00:00Z'),
      );
    });
  });

  describe('odd repositories', () => {
    it('has nothing to say about an empty one, until it has commits', async () => {
      await bench.run();
      expect(bench.problems).toEqual([]);
      expect(bench.fresh).toEqual([]);
      const one = repository.commit({
        message: 'one',
        at: '2026-01-01T00:00:00Z',
      });
      await bench.run();
      expect([...bench.changes().keys()]).toEqual([one]);
      expect(bench.deployments().size).toBe(0);
    });

    it('keeps what it knew when a repository has lost all commits', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      await bench.run();
      fs.rmSync(repository.path, { recursive: true });
      repository = new TestRepository(repository.path);
      await bench.run();
      expect(bench.problems).toEqual([
        {
          subject: url,
          message: expect.stringContaining('no commits any more'),
        },
      ]);
      expect(bench.changes().size).toBe(1);
    });

    it('reads a detached clone without an origin, and a branch known only from the origin', async () => {
      const one = repository.commit({
        message: 'one',
        at: '2026-01-01T00:00:00Z',
      });
      repository.git('checkout', '-q', '--detach');
      repository.git('update-ref', 'refs/remotes/origin/trunk', one);
      repository.git('branch', '-D', 'main');
      await bench.run();
      expect([...bench.changes().keys()]).toEqual([one]);

      bench.entities = [entity(shop, { 'opmodel.io/git-branch': 'trunk' })];
      await bench.run();
      expect(bench.problems).toEqual([]);
      bench.entities = [entity(shop, { 'opmodel.io/git-branch': 'gone' })];
      await bench.run();
      expect(bench.problems).toEqual([
        { subject: shop, message: `${url} has no branch 'gone'` },
      ]);
    });

    it('marks what a shallow clone has cut off, and completes it when the history comes', async () => {
      const full = repository;
      full.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      full.tag('v1.0.0', '2026-01-01T01:00:00Z');
      full.checkout('feature', 'main');
      const work = full.commit({ message: 'work', at: '2026-01-02T00:00:00Z' });
      full.checkout('main');
      const merged = full.merge('feature', {
        message: "Merge branch 'feature'",
        at: '2026-01-03T00:00:00Z',
      });
      full.tag('v1.1.0', '2026-01-03T01:00:00Z');
      const last = full.commit({ message: 'last', at: '2026-01-04T00:00:00Z' });
      full.tag('v1.2.0', '2026-01-04T01:00:00Z');
      const shallow = path.join(folder, 'shallow');
      execFileSync('git', [
        'clone',
        '-q',
        '--depth=2',
        `file://${full.path}`,
        shallow,
      ]);
      createBench({ mirrors: [{ url, path: shallow }] });
      await bench.run();

      expect(bench.problems).toEqual([]);
      expect(bench.changes().get(merged)).toMatchObject({
        firstCommitAt: null,
        contributors: null,
        mergedAt: at('2026-01-03T00:00:00Z'),
      });
      expect(bench.changes().get(last)?.firstCommitAt).toBe(
        at('2026-01-04T00:00:00Z'),
      );
      expect(bench.deployments().get(`${shop}#v1.1.0`)?.baseline).toBe(true);
      expect(carried('v1.2.0')).toEqual([last]);

      // A deeper history alone changes no reference; it is seen with the next commit.
      full.commit({ message: 'more', at: '2026-01-05T00:00:00Z' });
      execFileSync('git', ['pull', '-q', '--unshallow', '--tags'], {
        cwd: shallow,
      });
      bench.now = at('2026-06-02T00:00:00Z');
      await bench.run();
      expect(bench.changes().get(merged)?.firstCommitAt).toBe(
        at('2026-01-02T00:00:00Z'),
      );
      expect(bench.changes().has(work)).toBe(false);
      expect(bench.deployments().get(`${shop}#v1.1.0`)).toMatchObject({
        baseline: false,
        changes: [merged],
      });
    });

    it('mends a clone that a killed process has left locked', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      await bench.run();
      const clone = fs
        .readdirSync(path.join(folder, 'cache'))
        .find(name => name.endsWith('.git'))!;
      fs.writeFileSync(path.join(folder, 'cache', clone, 'config.lock'), '');
      repository.commit({ message: 'two', at: '2026-01-02T00:00:00Z' });
      await bench.run();
      expect(bench.problems).toEqual([]);
      expect(bench.changes().size).toBe(2);
    });

    it('leaves out what happened before its history begins', async () => {
      createBench({ history: 'P30D' });
      repository.commit({ message: 'old', at: '2026-01-01T00:00:00Z' });
      repository.tag('v1.0.0', '2026-01-02T00:00:00Z');
      const late = repository.commit({
        message: 'waited long',
        at: '2026-01-03T00:00:00Z',
      });
      repository.tag('v1.1.0', '2026-05-20T00:00:00Z');
      await bench.run();
      expect([...bench.changes().keys()]).toEqual([late]);
      expect([...bench.deployments().keys()]).toEqual([`${shop}#v1.1.0`]);
      expect(bench.deployments().get(`${shop}#v1.1.0`)?.baseline).toBe(false);
    });
  });

  describe('limits and failures', () => {
    it('refuses a repository that is too large, and reads the others', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      repository.commit({ message: 'two', at: '2026-01-02T00:00:00Z' });
      const small = new TestRepository(path.join(folder, 'small'));
      const only = small.commit({ message: 'x', at: '2026-01-01T00:00:00Z' });
      const smallUrl = 'https://git.example.com/acme/small';
      createBench({
        limits: { commits: 1 },
        mirrors: [
          { url, path: repository.path },
          { url: smallUrl, path: small.path },
        ],
      });
      bench.entities.push(
        entity('component:default/small', {
          'backstage.io/source-location': `url:${smallUrl}`,
        }),
      );
      await bench.run();
      expect(bench.problems).toEqual([
        {
          subject: url,
          message: expect.stringContaining('more than 1 commits'),
        },
      ]);
      expect([...bench.changes().keys()]).toEqual([only]);
    });

    it('refuses a clone that takes too much of the disk', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      for (let i = 0; i < 3; i++) {
        repository.commit({
          // More than half a mebibyte that does not compress.
          message: randomBytes(600_000).toString('base64'),
          at: '2026-01-02T00:00:00Z',
        });
      }
      createBench({ limits: { repositoryMebibytes: 1 } });
      await bench.run();
      expect(bench.problems).toEqual([
        { subject: url, message: expect.stringContaining('more than 1 MiB') },
      ]);
    });

    it('ends when it is told to', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      await expect(bench.run(AbortSignal.abort())).rejects.toThrow(/abort/i);
    });

    it('gives the same events again after a run that broke off, and the truth of now wins', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      await bench.run();
      repository.commit({ message: 'two', at: '2026-01-02T00:00:00Z' });
      repository.tag('v1.0.0', '2026-01-02T01:00:00Z');
      bench.now = at('2026-06-02T00:00:00Z');
      const emitted = jest.fn();
      bench.onEmit = events => {
        emitted(events.map(({ id }) => id));
        if (emitted.mock.calls.length === 1) {
          throw new Error('no database');
        }
      };
      await expect(bench.run()).rejects.toThrow('no database');
      bench.now = at('2026-06-03T00:00:00Z');
      await bench.run();
      expect(emitted.mock.calls[1]).toEqual(emitted.mock.calls[0]);
      expect(bench.changes().size).toBe(2);
      expect(bench.deployments().size).toBe(1);
      await bench.run();
      expect(bench.fresh).toEqual([]);
    });

    it('says which annotation cannot be used', async () => {
      repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
      bench.entities = [
        entity('component:default/a', { 'opmodel.io/git-branch': '--exec=x' }),
        entity('component:default/b', { 'opmodel.io/path': '../../etc' }),
        entity('component:default/c', {
          'opmodel.io/git-deployments': 'sometimes',
        }),
        entity('component:default/d', {
          'opmodel.io/git-tag-pattern': '{path}-{version}',
        }),
        entity('component:default/e', {
          'backstage.io/source-location':
            'url:https://elsewhere.example.com/a/b',
        }),
        entity('component:default/f', {
          'backstage.io/source-location': `url:${repository.path}`,
        }),
      ];
      await bench.run();
      expect(bench.problems.map(({ message }) => message)).toEqual([
        expect.stringContaining('opmodel.io/git-branch'),
        expect.stringContaining('opmodel.io/path'),
        expect.stringContaining('Expected one of tags, mainline, none'),
        expect.stringContaining('has no opmodel.io/path'),
        expect.stringContaining('No integration is configured'),
        expect.stringContaining('is not a URL'),
      ]);
      expect(bench.changes().size).toBe(0);
    });
  });
});
