import { execFileSync } from 'node:child_process';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  at,
  createScenario,
  shop,
  url,
  type Scenario,
} from './__testUtils__/Scenario';

jest.setTimeout(60_000);

describe('changes that the git collector finds', () => {
  const directory = createMockDirectory();
  let scenario: Scenario;
  let repository: Scenario['repository'];
  let bench: Scenario['bench'];

  beforeEach(() => {
    scenario = createScenario(directory);
    ({ repository, bench } = scenario);
  });

  it('takes the beginning of a merged branch from its first commit', async () => {
    repository.commit({ message: 'start', at: '2026-01-01T00:00:00Z' });
    repository.checkout('feature', 'main');
    const one = repository.commit({
      message: 'one',
      authoredAt: '2026-01-02T08:00:00Z',
      at: '2026-01-02T09:00:00Z',
      author: 'ada@example.com',
    });
    const two = repository.commit({
      message: 'two',
      at: '2026-01-03T00:00:00Z',
      author: 'grace@example.com',
    });
    repository.checkout('main');
    const meanwhile = repository.commit({
      message: 'meanwhile',
      at: '2026-01-03T12:00:00Z',
    });
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
      commits: [
        {
          sha: one,
          authoredAt: at('2026-01-02T08:00:00Z'),
          committedAt: at('2026-01-02T09:00:00Z'),
        },
        {
          sha: two,
          authoredAt: at('2026-01-03T00:00:00Z'),
          committedAt: at('2026-01-03T00:00:00Z'),
        },
      ],
      contributors: 2,
      approvedByOther: null,
      hotfix: false,
      repositoryUrl: url,
      target: { entityRefs: [shop] },
    });
    expect(bench.changes().get(meanwhile)?.commits).toEqual([
      {
        sha: meanwhile,
        authoredAt: at('2026-01-03T12:00:00Z'),
        committedAt: at('2026-01-03T12:00:00Z'),
      },
    ]);
  });

  it('keeps the first commits of a change that has more than anybody looks at', async () => {
    repository.commit({ message: 'start', at: '2026-01-01T00:00:00Z' });
    repository.checkout('feature', 'main');
    const written = Array.from({ length: 252 }, (_, minute) =>
      repository.commit({
        message: `Step ${minute}`,
        at: new Date(Date.UTC(2026, 0, 2, 0, minute)).toISOString(),
      }),
    );
    repository.checkout('main');
    const merged = repository.merge('feature', {
      message: "Merge branch 'feature'",
      at: '2026-01-04T00:00:00Z',
    });
    await bench.run();
    expect(
      bench
        .changes()
        .get(merged)
        ?.commits?.map(({ sha }) => sha),
    ).toEqual(written.slice(0, 250));
    // It starts git hundreds of times, which a busy machine takes its time for.
  }, 240_000);

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
      message: `Slow down again\n\nThis reverts commit ${inner.slice(0, 10)}.`,
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
