import type { PipelineRunRecord } from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { exampleOf } from '../__testUtils__/examples';
import { fold, read } from '../__testUtils__/observed';

const isDone = (body: any) => body.workflow_run.conclusion === 'success';

function run(action: string, at: string, overrides: object = {}): any {
  const body = exampleOf('workflow_run', 'completed', isDone);
  Object.assign(body.workflow_run, {
    updated_at: at,
    conclusion: null,
    ...overrides,
  });
  return { ...body, action };
}

describe('a workflow run', () => {
  it('is a run of a pipeline', () => {
    const body = exampleOf('workflow_run', 'completed', isDone);
    expect(read('workflow_run', body)).toEqual([
      {
        source: expect.stringMatching(/^github:github.com\//),
        id: 'workflow_run:289782451/1',
        time: '2020-10-05T16:33:49.000Z',
        observation: {
          kind: 'pipeline_run',
          subject: '289782451/1',
          target: { links: expect.anything() },
          title: 'ci(action): update actions/setup-node digest to 8c91899',
          url: 'https://github.com/octo-org/octo-repo/actions/runs/289782451',
          pipeline: 'test',
          queuedAt: '2020-10-05T16:33:49.000Z',
          startedAt: '2020-10-05T16:33:49.000Z',
          commitSha: '3484a3fb816e0859fd6e1cea078d76385ff50625',
          ref: 'master',
        },
      },
      {
        source: expect.anything(),
        id: 'workflow_run:289782451/1:completed:2020-10-05T16:33:49.000Z',
        time: '2020-10-05T16:33:49.000Z',
        observation: {
          kind: 'pipeline_run',
          subject: '289782451/1',
          target: { links: expect.anything() },
          finishedAt: '2020-10-05T16:33:49.000Z',
          result: 'success',
        },
      },
    ]);
  });

  it('comes to one record, in whatever order and however often', () => {
    const course = [
      read('workflow_run', run('requested', '2020-10-05T16:33:49Z')),
      read('workflow_run', run('in_progress', '2020-10-05T16:35:00Z')),
      read(
        'workflow_run',
        run('completed', '2020-10-05T16:45:00Z', { conclusion: 'timed_out' }),
      ),
    ];
    const expected = fold(course.flat()) as PipelineRunRecord;
    expect(expected).toMatchObject({
      queuedAt: Date.parse('2020-10-05T16:33:49Z'),
      startedAt: Date.parse('2020-10-05T16:35:00Z'),
      finishedAt: Date.parse('2020-10-05T16:45:00Z'),
      result: 'failure',
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

  it('that is run again is a run of its own', () => {
    const subjects = [1, 2].map(
      attempt =>
        read(
          'workflow_run',
          run('completed', '2020-10-05T16:45:00Z', {
            conclusion: 'failure',
            run_attempt: attempt,
          }),
        )[0].observation.subject,
    );
    expect(subjects).toEqual(['289782451/1', '289782451/2']);
  });

  it.each([
    ['success', 'success'],
    ['neutral', 'success'],
    ['failure', 'failure'],
    ['startup_failure', 'failure'],
    ['cancelled', 'cancelled'],
    ['skipped', 'cancelled'],
    ['action_required', null],
    [null, null],
  ])('that ends with %s is a %s', (conclusion, result) => {
    const record = fold(
      read(
        'workflow_run',
        run('completed', '2020-10-05T16:45:00Z', { conclusion }),
      ),
    ) as PipelineRunRecord;
    expect(record.result).toBe(result);
    expect(record.finishedAt === null).toBe(result === null);
  });

  it('is of its file where the workflow has no name', () => {
    const body = run('requested', '2020-10-05T16:33:49Z', { name: '' });
    body.workflow = null;
    expect(read('workflow_run', body)[0].observation).toMatchObject({
      pipeline: 'test.yml',
    });
  });
});
