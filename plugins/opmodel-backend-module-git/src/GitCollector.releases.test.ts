import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  at,
  createScenario,
  shop,
  type Scenario,
} from './__testUtils__/Scenario';

jest.setTimeout(60_000);

describe('releases that the git collector finds', () => {
  const directory = createMockDirectory();
  let scenario: Scenario;
  let repository: Scenario['repository'];
  let bench: Scenario['bench'];
  const carried = (tag: string, entityRef = shop) =>
    bench.deployments().get(`${entityRef}#${tag}`)?.changes;

  beforeEach(() => {
    scenario = createScenario(directory);
    ({ repository, bench } = scenario);
  });

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
