import type { PipelineRunRecord } from '@opmodel/backstage-plugin-opmodel-common';
import {
  commitSha,
  fold,
  foldInAnyOrder,
  pipeline,
  read,
  source,
  target,
} from '../__testUtils__/deliveries';

describe('a pipeline', () => {
  it('is a run from its creation, of the one file that a project has', () => {
    expect(read(pipeline('pending'))).toEqual([
      {
        source,
        id: 'pipeline:31',
        time: '2026-03-01T10:00:00.000Z',
        observation: {
          kind: 'pipeline_run',
          subject: '31',
          target,
          url: 'https://gitlab.example.com/Acme/shop/-/pipelines/31',
          pipeline: '.gitlab-ci.yml',
          queuedAt: '2026-03-01T10:00:00.000Z',
          commitSha,
          ref: 'main',
        },
      },
    ]);
    expect(
      read(pipeline('pending', { name: 'Nightly' }))[0].observation,
    ).toMatchObject({ pipeline: 'Nightly' });
  });

  it('comes to one record, in whatever order and however often', () => {
    const done = {
      queued_duration: 30,
      finished_at: '2026-03-01 10:08:00 UTC',
    };
    const course = [
      read(pipeline('created')),
      read(pipeline('running', { queued_duration: 30 })),
      read(pipeline('failed', done)),
      // Somebody runs its failed jobs again.
      read(pipeline('running', { queued_duration: 30 })),
      read(
        pipeline('success', {
          ...done,
          finished_at: '2026-03-01 10:20:00 UTC',
        }),
      ),
    ];
    expect(foldInAnyOrder(course)).toMatchObject({
      queuedAt: Date.parse('2026-03-01T10:00:00Z'),
      startedAt: Date.parse('2026-03-01T10:00:30Z'),
      finishedAt: Date.parse('2026-03-01T10:20:00Z'),
      result: 'success',
    });
  });

  it.each([
    ['success', 'success'],
    ['failed', 'failure'],
    ['canceled', 'cancelled'],
    ['skipped', 'cancelled'],
    ['manual', null],
    ['constructor', null],
  ])('that is %s is a %s', (status, result) => {
    const record = fold(
      read(pipeline(status, { finished_at: '2026-03-01 10:08:00 UTC' })),
    ) as PipelineRunRecord;
    expect(record.result).toBe(result);
  });

  it('that has not begun does not start, though it may say how long it waited', () => {
    const record = fold(
      read(pipeline('pending', { queued_duration: 3 })),
    ) as PipelineRunRecord;
    expect(record.startedAt).toBeNull();
  });
});
