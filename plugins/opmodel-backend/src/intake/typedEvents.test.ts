import { readEvents } from './cloudEvents';

const time = '2026-03-01T10:00:00.000Z';

function read(event: Record<string, unknown>) {
  return readEvents(
    'application/cloudevents+json',
    {},
    {
      specversion: '1.0',
      id: 'e1',
      source: 'https://issues.example.com',
      type: 'io.opmodel.work-item.v1',
      time,
      ...event,
    },
  ).events[0];
}

describe('our own CloudEvents', () => {
  it('state a fact; who says it, and when, stands in the envelope', () => {
    expect(
      read({
        data: {
          id: 'SHOP-1',
          source: 'https://elsewhere.example.com',
          time: '2020-01-01T00:00:00Z',
          entityRef: 'checkout',
          state: 'blocked',
          committedPeriod: null,
          effortDays: 2,
          severity: null,
          assignee: 'Alice',
        },
      }),
    ).toMatchObject({
      event: {
        source: 'https://issues.example.com',
        id: 'e1',
        time,
        observation: {
          kind: 'work_item',
          subject: 'SHOP-1',
          target: { entityRefs: ['component:default/checkout'] },
          state: 'blocked',
          committedPeriod: null,
          effortDays: 2,
        },
      },
    });
    expect(
      JSON.stringify(read({ data: { id: '1', assignee: 'Alice' } })),
    ).not.toContain('Alice');
  });

  it('find a run of a pipeline by its repository', () => {
    const { event } = read({
      type: 'io.opmodel.pipeline-run.v1',
      data: {
        id: '7',
        pipeline: 'build',
        finishedAt: time,
        outcome: 'cancelled',
        repositoryUrl: 'https://github.com/acme/shop',
      },
    }) as { event: { observation: object } };
    expect(event.observation).toEqual({
      kind: 'pipeline_run',
      subject: '7',
      target: {
        links: [
          { system: 'git', externalId: 'github.com/acme/shop' },
          { system: 'github', externalId: 'acme/shop' },
        ],
      },
      pipeline: 'build',
      finishedAt: time,
      result: 'cancelled',
    });
  });

  it('say where in the event something is wrong', () => {
    const errors = (event: Record<string, unknown>) => {
      const result = read(event);
      return 'rejected' in result
        ? result.rejected.errors?.map(
            ({ path, message }) => `${path}: ${message}`,
          ) ?? result.rejected.reason
        : [];
    };
    expect(errors({ data: { state: 'stuck' } })).toEqual([
      'data.state: expected one of todo, active, waiting, blocked, done, cancelled',
      'data.id: required string',
    ]);
    expect(errors({ data: { id: '1' }, time: undefined })).toEqual([
      'time: required date-time',
    ]);
    expect(errors({ data: { id: '1' }, type: 'io.opmodel.task.v1' })).toMatch(
      /^type io.opmodel.task.v1 is not one that intake keeps; it keeps io.opmodel.deployment.v1, /,
    );
    expect(
      errors({
        type: 'io.opmodel.pipeline-run.v1',
        data: { id: '1' },
      }),
    ).toEqual([
      'data.pipeline: required string',
      'data.finishedAt: required date-time (or startedAt or queuedAt before)',
    ]);
    const { pathOf } = read({ data: { id: '1', entityRef: 'a' } }) as {
      pathOf: (path: string) => string;
    };
    expect(pathOf('observation.target.entityRefs[0]')).toBe('data.entityRef');
    expect(pathOf('observation.completedAt')).toBe('data.completedAt');
    expect(pathOf('time')).toBe('time');
  });
});
