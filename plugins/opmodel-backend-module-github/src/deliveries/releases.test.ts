import { exampleOf } from '../__testUtils__/examples';
import { fold, read, receivedAt } from '../__testUtils__/observed';

const releases = { releaseEnvironment: 'production' };

function release(action: string, overrides: object = {}): any {
  const body = exampleOf('release', 'published');
  Object.assign(body.release, overrides);
  return { ...body, action };
}

describe('a release', () => {
  it('is no deployment unless the configuration says where it goes', () => {
    expect(read('release', release('published'))).toEqual([]);
  });

  it('is a deployment when it is published', () => {
    expect(read('release', release('published'), releases)).toEqual([
      {
        source: 'github:github.com/codertocat/hello-world',
        id: 'release:17372790:published:2019-05-15T15:20:53.000Z',
        time: '2019-05-15T15:20:53.000Z',
        observation: {
          kind: 'deployment',
          subject: 'release:17372790',
          target: {
            links: [
              {
                system: 'git',
                externalId: 'github.com/codertocat/hello-world',
              },
              { system: 'github', externalId: 'codertocat/hello-world' },
            ],
          },
          withdrawn: false,
          url: 'https://github.com/Codertocat/Hello-World/releases/tag/0.0.1',
          environment: 'production',
          finishedAt: '2019-05-15T15:20:53.000Z',
          result: 'success',
          version: '0.0.1',
          repositoryUrl: 'https://github.com/Codertocat/Hello-World',
        },
      },
    ]);
  });

  it('knows its commit where it was made from one, not from a branch', () => {
    const commit = 'c4295bd74fb0f4fda03689c3df3f2803b658fd85';
    const [event] = read(
      'release',
      release('published', { target_commitish: commit }),
      releases,
    );
    expect(event.observation).toMatchObject({ commitSha: commit });
  });

  it.each([{ prerelease: true }, { draft: true }, { published_at: null }])(
    'is none as %j',
    overrides => {
      expect(
        read('release', release('published', overrides), releases),
      ).toEqual([]);
    },
  );

  it.each(['created', 'edited', 'released', 'prereleased'])(
    'is not stated again by the action %s',
    action => {
      expect(read('release', release(action), releases)).toEqual([]);
    },
  );

  it.each(['deleted', 'unpublished'])('is taken back when %s', action => {
    const published = read('release', release('published'), releases);
    const takenBack = read('release', release(action), releases);
    expect(fold([...takenBack, ...published])).toMatchObject({
      withdrawn: true,
      version: '0.0.1',
    });
    expect(Date.parse(takenBack[0].time)).toBe(receivedAt);
  });
});
