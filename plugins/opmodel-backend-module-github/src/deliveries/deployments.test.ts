import type {
  DeploymentRecord,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { exampleOf } from '../__testUtils__/examples';
import { fold, read } from '../__testUtils__/observed';

const source = 'github:github.com/codertocat/hello-world';
const target = {
  links: [
    { system: 'git', externalId: 'github.com/codertocat/hello-world' },
    { system: 'github', externalId: 'codertocat/hello-world' },
  ],
};
const creation = {
  source,
  id: 'deployment:145988746',
  time: '2019-05-15T15:20:53.000Z',
  observation: {
    kind: 'deployment',
    subject: '145988746',
    target,
    environment: 'production',
    startedAt: '2019-05-15T15:20:53.000Z',
    commitSha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
    repositoryUrl: 'https://github.com/Codertocat/Hello-World',
  },
};

/** What GitHub sends when the deployment of the example gets one more status. */
function statusOf(
  id: number,
  state: string,
  createdAt: string,
  overrides: { status?: object; deployment?: object; check_run?: object } = {},
): any {
  const body = exampleOf('deployment_status', 'created');
  Object.assign(
    body.deployment_status,
    { id, state, created_at: createdAt, updated_at: createdAt },
    overrides.status,
  );
  Object.assign(body.deployment, overrides.deployment);
  return { ...body, check_run: overrides.check_run ?? null };
}

const readStatus = (...status: Parameters<typeof statusOf>) =>
  read('deployment_status', statusOf(...status));

const foldStatuses = (...events: IntakeEvent[]) =>
  fold(events) as DeploymentRecord;

describe('a deployment', () => {
  it('is known from its creation on', () => {
    const body = exampleOf('deployment', 'created');
    expect(read('deployment', body)).toEqual([creation]);
  });

  it('begins when GitHub Pages begins to deploy', () => {
    const body = exampleOf(
      'deployment_status',
      'created',
      ({ deployment_status: { state } }) => state === 'in_progress',
    );
    expect(read('deployment_status', body)).toEqual([
      {
        ...creation,
        time: '2022-01-03T01:28:30.000Z',
        observation: {
          ...creation.observation,
          environment: 'github-pages',
          startedAt: '2022-01-03T01:28:30.000Z',
        },
      },
      {
        source,
        id: 'deployment_status:000000209916254',
        time: '2022-01-03T01:28:40.000Z',
        observation: {
          kind: 'deployment',
          subject: '145988746',
          target,
          environment: 'github-pages',
          url: 'https://github.com/CorsixTH/CorsixTH/runs/4687056418?check_suite_focus=true',
          startedAt: '2022-01-03T01:28:40.000Z',
          finishedAt: null,
          result: null,
        },
      },
    ]);
  });

  it('ends well with a success', () => {
    const body = exampleOf('deployment_status', 'created');
    const events = read('deployment_status', body);
    expect(events).toEqual([
      creation,
      {
        source,
        id: 'deployment_status:000000209916254',
        time: '2019-05-15T15:20:55.000Z',
        observation: {
          kind: 'deployment',
          subject: '145988746',
          target,
          environment: 'production',
          finishedAt: '2019-05-15T15:20:55.000Z',
          result: 'success',
        },
      },
    ]);
    expect(foldStatuses(...events)).toMatchObject({
      startedAt: Date.parse('2019-05-15T15:20:53Z'),
      finishedAt: Date.parse('2019-05-15T15:20:55Z'),
      result: 'success',
      deploymentType: 'deploy',
    });
  });

  it.each([
    ['failure', undefined, 'failure'],
    ['error', undefined, 'failure'],
    ['failure', 'failure', 'failure'],
    ['error', 'cancelled', 'cancelled'],
  ])(
    'ends as it does with the state %s of a job that was %s',
    (state, conclusion, result) => {
      const [, event] = readStatus(2, state, '2026-03-02T10:00:00Z', {
        check_run: conclusion ? { conclusion } : undefined,
      });
      expect(event.observation).toMatchObject({
        finishedAt: '2026-03-02T10:00:00.000Z',
        result,
      });
    },
  );

  it.each(['queued', 'pending', 'waiting', 'inactive', 'unheard of'])(
    'does not change with the state %s',
    state => {
      expect(readStatus(2, state, '2026-03-02T10:00:00Z')).toEqual([creation]);
    },
  );

  it('stays the success that it was when the next one takes its place', () => {
    const record = foldStatuses(
      ...readStatus(2, 'inactive', '2026-03-09T10:00:00Z'),
      ...readStatus(1, 'success', '2026-03-02T10:00:00Z'),
    );
    expect(record).toMatchObject({
      result: 'success',
      finishedAt: Date.parse('2026-03-02T10:00:00Z'),
    });
  });

  it('runs again when its job is run again, and has not ended before it began', () => {
    const course = [
      ...readStatus(1, 'in_progress', '2026-03-02T10:00:00Z'),
      ...readStatus(2, 'failure', '2026-03-02T10:05:00Z'),
      ...readStatus(3, 'in_progress', '2026-03-02T12:00:00Z'),
    ];
    expect(foldStatuses(...course)).toMatchObject({
      startedAt: Date.parse('2026-03-02T12:00:00Z'),
      finishedAt: null,
      result: null,
    });
    expect(
      foldStatuses(
        ...course,
        ...readStatus(4, 'success', '2026-03-02T12:05:00Z'),
      ),
    ).toMatchObject({
      finishedAt: Date.parse('2026-03-02T12:05:00Z'),
      result: 'success',
    });
  });

  it('ends as the later of two statuses of one second says', () => {
    const at = '2026-03-02T10:00:00Z';
    expect(
      foldStatuses(
        ...readStatus(9, 'in_progress', at),
        ...readStatus(10, 'failure', at),
      ),
    ).toMatchObject({ finishedAt: Date.parse(at), result: 'failure' });
  });

  it.each([
    [{ production_environment: true }, 'production'],
    [{ production_environment: false }, undefined],
    [{ transient_environment: true }, 'development'],
    [
      { transient_environment: true, production_environment: true },
      'production',
    ],
  ])('is of the tier that its creator stated: %j', (flags, environmentTier) => {
    const [event] = readStatus(1, 'success', '2026-03-02T10:00:00Z', {
      deployment: { original_environment: 'eu-1', ...flags },
    });
    expect(event.observation).toMatchObject({
      environment: 'eu-1',
      environmentTier,
    });
  });

  it('goes where its last status says, and says the same of its creation before and after', () => {
    const before = readStatus(1, 'in_progress', '2026-03-02T10:00:00Z', {
      deployment: { environment: 'staging', original_environment: 'staging' },
      status: { environment: 'staging' },
    });
    const after = readStatus(2, 'success', '2026-03-02T10:05:00Z', {
      deployment: { environment: 'eu-1', original_environment: 'staging' },
      status: { environment: 'eu-1' },
    });
    expect(after[0]).toEqual(before[0]);
    expect(foldStatuses(...after, ...before).environment).toBe('eu-1');
  });

  it('is a rollback where its task says so', () => {
    const tasks = [
      'deploy',
      'deploy:migrations',
      'rollback',
      'deploy:rollback',
    ];
    const types = tasks.map(
      task =>
        foldStatuses(
          ...readStatus(1, 'success', '2026-03-02T10:00:00Z', {
            deployment: { task },
          }),
        ).deploymentType,
    );
    expect(types).toEqual(['deploy', 'deploy', 'rollback', 'rollback']);
  });

  it.each([
    [{ paths: ['services/checkout'] }],
    ['{"paths":["services/checkout"]}'],
  ])('may name its folders in its payload: %j', payload => {
    const [event] = readStatus(1, 'success', '2026-03-02T10:00:00Z', {
      deployment: { payload },
    });
    expect(event.observation.target.paths).toEqual(['services/checkout']);
  });

  it.each([[null], [''], ['{'], [{ paths: 'all' }], [{ paths: [] }], [[1]]])(
    'may have any other payload: %j',
    payload => {
      expect(
        readStatus(1, 'queued', '2026-03-02T10:00:00Z', {
          deployment: { payload },
        }),
      ).toEqual([creation]);
    },
  );

  it('keeps an address only where people can open it', () => {
    const urlOf = (status: object) =>
      readStatus(1, 'success', '2026-03-02T10:00:00Z', { status })[1]
        .observation.url;
    expect(urlOf({ log_url: '', target_url: 'https://ci.example.com/1' })).toBe(
      'https://ci.example.com/1',
    );
    expect(urlOf({ target_url: 'data:text/html,hello' })).toBeUndefined();
  });

  it('is set aside where the body is not as documented', () => {
    const body = statusOf(1, 'success', 'yesterday', {
      deployment: { id: 'one' },
    });
    expect(() => read('deployment_status', body)).toThrow(
      'deployment_status is not as documented: deployment.id: expected number, got string; deployment_status.created_at: expected date-time',
    );
    expect(() => read('deployment', undefined)).toThrow('required object');
  });

  it('comes to one record, in whatever order and however often its statuses arrive', () => {
    const course = [
      read('deployment', exampleOf('deployment', 'created')),
      readStatus(11, 'queued', '2026-03-02T10:00:00Z'),
      readStatus(12, 'in_progress', '2026-03-02T10:01:00Z'),
      readStatus(13, 'failure', '2026-03-02T10:02:00Z'),
      readStatus(14, 'success', '2026-03-02T10:03:00Z'),
      readStatus(15, 'inactive', '2026-03-09T10:00:00Z'),
    ];
    const expected = fold(course.flat());
    expect(expected).toMatchObject({
      startedAt: Date.parse('2026-03-02T10:01:00Z'),
      finishedAt: Date.parse('2026-03-02T10:03:00Z'),
      result: 'success',
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(course, { minLength: course.length }),
        fc.array(fc.constantFrom(...course)),
        (once, again) => {
          expect(fold([...once, ...again].flat())).toEqual(expected);
        },
      ),
    );
  });
});
