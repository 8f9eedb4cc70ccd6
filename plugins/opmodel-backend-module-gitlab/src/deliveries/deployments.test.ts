import {
  commitSha,
  deployment,
  foldInAnyOrder,
  read,
  source,
  target,
} from '../__testUtils__/deliveries';

describe('a deployment', () => {
  it('ends with a success', () => {
    expect(read(deployment())).toEqual([
      {
        source,
        id: 'deployment:15:success:2021-04-28T19:50:00.000Z',
        time: '2021-04-28T19:50:00.000Z',
        observation: {
          kind: 'deployment',
          subject: '15',
          target,
          title: 'Add the cart',
          url: 'https://gitlab.example.com/Acme/shop/-/jobs/796',
          environment: 'eu-1',
          environmentTier: 'production',
          finishedAt: '2021-04-28T19:50:00.000Z',
          result: 'success',
          commitSha,
          repositoryUrl: 'https://gitlab.example.com/Acme/shop',
        },
      },
    ]);
  });

  it.each([
    ['running', { startedAt: '2021-04-28T19:50:00.000Z' }],
    ['failed', { finishedAt: '2021-04-28T19:50:00.000Z', result: 'failure' }],
    [
      'canceled',
      { finishedAt: '2021-04-28T19:50:00.000Z', result: 'cancelled' },
    ],
  ])('is %s', (status, course) => {
    const [{ observation }] = read(deployment({ status }));
    expect(observation).toMatchObject(course);
    expect(observation).not.toHaveProperty(
      'finishedAt' in course ? 'startedAt' : 'finishedAt',
    );
  });

  it.each(['created', 'blocked', 'skipped', 'approved', 'rejected'])(
    'has not begun when it is %s',
    status => {
      expect(read(deployment({ status }))).toEqual([]);
    },
  );

  it('may have no job, no commit and a tier of tomorrow', () => {
    const [{ observation }] = read(
      deployment({
        deployable_id: null,
        deployable_url: null,
        commit_url: null,
        environment_tier: 'orbit',
      }),
    );
    expect(observation).toMatchObject({
      url: undefined,
      commitSha: undefined,
      environmentTier: undefined,
    });
  });

  it('is set aside where an old GitLab does not say which one it is', () => {
    expect(() => read(deployment({ deployment_id: undefined }))).toThrow(
      'deployment_id: required number',
    );
  });

  it('comes to one record', () => {
    expect(
      foldInAnyOrder(
        [
          ['created', '09:59:00'],
          ['running', '10:00:00'],
          ['success', '10:05:00'],
        ].map(([status, time]) =>
          read(
            deployment({ status, status_changed_at: `2026-03-01 ${time} UTC` }),
          ),
        ),
      ),
    ).toMatchObject({
      startedAt: Date.parse('2026-03-01T10:00:00Z'),
      finishedAt: Date.parse('2026-03-01T10:05:00Z'),
      result: 'success',
    });
  });
});
