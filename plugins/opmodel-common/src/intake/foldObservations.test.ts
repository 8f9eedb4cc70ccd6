import fc from 'fast-check';
import type {
  ChangeObservation,
  DeploymentObservation,
  IncidentObservation,
  Observation,
  ObservationTarget,
  PipelineRunObservation,
  RecordKind,
  WorkItemObservation,
} from './observation';
import {
  foldChange,
  foldDeployment,
  foldIncident,
  foldObservations,
  foldPipelineRun,
  foldWorkItem,
  type StoredObservation,
} from './foldObservations';
import { historyOf, observations } from './testing/observationHistories';

describe.each(Object.keys(observations) as RecordKind[])('fold of %s', kind => {
  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(
        historyOf(kind).chain(history =>
          fc.tuple(
            fc.constant(history),
            fc.shuffledSubarray(history, { minLength: history.length }),
          ),
        ),
        ([history, shuffled]) => {
          expect(foldObservations(kind, 's', shuffled)).toEqual(
            foldObservations(kind, 's', history),
          );
        },
      ),
    );
  });

  it('does not change when observations are given again', () => {
    fc.assert(
      fc.property(
        historyOf(kind).chain(history =>
          fc.tuple(fc.constant(history), fc.subarray(history)),
        ),
        ([history, again]) => {
          expect(foldObservations(kind, 's', [...history, ...again])).toEqual(
            foldObservations(kind, 's', history),
          );
        },
      ),
    );
  });

  it('takes each field from the latest observation that has it', () => {
    fc.assert(
      fc.property(historyOf(kind), history => {
        const sorted = [...history].sort(
          (a, b) => a.time - b.time || (a.id < b.id ? -1 : 1),
        );
        const record = foldObservations(kind, 's', history);
        const latest = (name: 'title' | 'url') =>
          sorted
            .map(({ observation }) => observation[name])
            .reduce((last, value) => value ?? last, undefined) ?? null;
        expect(record.title).toBe(latest('title'));
        expect(record.url).toBe(latest('url'));
      }),
    );
  });
});

function stored<O extends Observation>(
  id: string,
  time: string,
  observation: O,
): StoredObservation<O> {
  return { id, time: Date.parse(time), observation };
}

describe('foldDeployment', () => {
  it('brings start, end and correction together', () => {
    const target = { entityRefs: ['component:default/shop'] };
    const record = foldDeployment('d1', [
      stored('3', '2026-03-02T10:00:00Z', {
        kind: 'deployment',
        subject: 'd1',
        target: {},
        result: 'failure',
      }),
      stored('1', '2026-03-01T10:00:00Z', {
        kind: 'deployment',
        subject: 'd1',
        target,
        environment: 'prod',
        startedAt: '2026-03-01T10:00:00Z',
      }),
      stored('2', '2026-03-01T10:05:00Z', {
        kind: 'deployment',
        subject: 'd1',
        target,
        finishedAt: '2026-03-01T10:05:00Z',
        result: 'success',
      }),
    ]);
    expect(record).toEqual({
      kind: 'deployment',
      subject: 'd1',
      target: { ...target, links: [], paths: [] },
      withdrawn: false,
      title: null,
      url: null,
      environment: 'prod',
      environmentTier: null,
      startedAt: Date.parse('2026-03-01T10:00:00Z'),
      finishedAt: Date.parse('2026-03-01T10:05:00Z'),
      result: 'failure',
      deploymentType: 'deploy',
      commitSha: null,
      version: null,
      artifactId: null,
      repositoryUrl: null,
      changes: null,
      baseline: null,
      planned: null,
      hotfix: null,
    });
  });

  it('takes an end for a success only where no observation states a result', () => {
    const end = stored('2', '2026-03-01T10:05:00Z', {
      kind: 'deployment' as const,
      subject: 'd1',
      target: {},
      finishedAt: '2026-03-01T10:05:00Z',
    });
    const failed = stored('1', '2026-03-01T10:04:00Z', {
      kind: 'deployment' as const,
      subject: 'd1',
      target: {},
      result: 'failure' as const,
    });
    expect(foldDeployment('d1', [end]).result).toBe('success');
    expect(foldDeployment('d1', [end, failed]).result).toBe('failure');
    expect(foldDeployment('d1', []).result).toBeNull();
  });

  it('runs again after an end that is taken back, with what was stated of it', () => {
    const at = (
      id: string,
      fields: Pick<
        DeploymentObservation,
        'startedAt' | 'finishedAt' | 'result'
      >,
    ) =>
      stored<DeploymentObservation>(id, `2026-03-01T1${id}:00:00Z`, {
        kind: 'deployment',
        subject: 'd1',
        target: {},
        ...fields,
      });
    const failed = at('1', {
      finishedAt: '2026-03-01T11:00:00Z',
      result: 'failure',
    });
    const again = at('2', {
      startedAt: '2026-03-01T12:00:00Z',
      finishedAt: null,
      result: null,
    });
    const ended = at('3', { finishedAt: '2026-03-01T13:00:00Z' });
    expect(foldDeployment('d1', [again, failed])).toMatchObject({
      startedAt: again.time,
      finishedAt: null,
      result: null,
    });
    expect(foldDeployment('d1', [ended, again, failed])).toMatchObject({
      startedAt: again.time,
      finishedAt: ended.time,
      result: 'success',
    });
  });

  it('concerns the entities named last, by the links and paths of all', () => {
    const naming = (id: string, target: ObservationTarget) =>
      stored(id, `2026-03-0${id}T00:00:00Z`, {
        kind: 'deployment' as const,
        subject: 'd1',
        target,
      });
    const link = (externalId: string) => ({ system: 'git', externalId });
    expect(
      foldDeployment('d1', [
        naming('3', { entityRefs: [], paths: ['q'] }),
        naming('2', {
          entityRefs: ['component:default/b'],
          links: [link('y')],
        }),
        naming('1', {
          entityRefs: ['component:default/a', 'component:default/c'],
          links: [link('x')],
          paths: ['p'],
        }),
        naming('4', {}),
      ]).target,
    ).toEqual({
      entityRefs: ['component:default/b'],
      links: [link('x'), link('y')],
      paths: ['p', 'q'],
    });
  });

  it('concerns all that are named at one instant', () => {
    const naming = (id: string, time: string, ref: string) =>
      stored(id, time, {
        kind: 'deployment' as const,
        subject: 'd1',
        target: { entityRefs: [ref] },
      });
    expect(
      foldDeployment('d1', [
        naming('2', '2026-03-02T00:00:00Z', 'component:default/c'),
        naming('3', '2026-03-02T00:00:00Z', 'component:default/b'),
        naming('1', '2026-03-01T00:00:00Z', 'component:default/a'),
      ]).target.entityRefs,
    ).toEqual(['component:default/b', 'component:default/c']);
  });

  it('can be taken back and stated again', () => {
    const at = (id: string, time: string, withdrawn?: boolean) =>
      stored(id, time, {
        kind: 'deployment' as const,
        subject: 'd1',
        target: {},
        withdrawn,
      });
    const first = at('1', '2026-03-01T00:00:00Z');
    const taken = at('2', '2026-03-02T00:00:00Z', true);
    const restated = at('3', '2026-03-03T00:00:00Z', false);
    expect(foldDeployment('d1', [first, taken]).withdrawn).toBe(true);
    expect(foldDeployment('d1', [taken, first]).withdrawn).toBe(true);
    expect(foldDeployment('d1', [taken, restated, first]).withdrawn).toBe(
      false,
    );
  });
});

describe('foldChange', () => {
  it('keeps the first review of several', () => {
    const review = (id: string, time: string) =>
      stored<ChangeObservation>(id, time, {
        kind: 'change',
        subject: '7',
        target: {},
        firstReviewAt: time,
      });
    const record = foldChange('7', [
      review('b', '2026-03-02T00:00:00Z'),
      review('a', '2026-03-01T00:00:00Z'),
    ]);
    expect(record.firstReviewAt).toBe(Date.parse('2026-03-01T00:00:00Z'));
  });
});

describe('the commits of a change', () => {
  it('are those that were stated last, with what is known of their times', () => {
    const at = (id: string, time: string, sha: string) =>
      stored<ChangeObservation>(id, time, {
        kind: 'change',
        subject: '7',
        target: {},
        commits: [{ sha, committedAt: time }],
      });
    expect(
      foldChange('7', [
        at('b', '2026-03-02T00:00:00Z', 'beef'),
        at('a', '2026-03-01T00:00:00Z', 'c0ffee'),
      ]).commits,
    ).toEqual([
      {
        sha: 'beef',
        authoredAt: null,
        committedAt: Date.parse('2026-03-02T00:00:00Z'),
      },
    ]);
    expect(foldChange('7', []).commits).toBeNull();
  });
});

describe('foldIncident', () => {
  it('forgets an end that is undone, until there is another one', () => {
    const at = (hour: string, resolvedAt: string | null | undefined) =>
      stored<IncidentObservation>(hour, `2026-03-01T${hour}:00:00Z`, {
        kind: 'incident',
        subject: 'i1',
        target: {},
        resolvedAt,
      });
    const resolved = at('01', '2026-03-01T01:00:00Z');
    const reopened = at('02', null);
    const commented = at('03', undefined);
    const again = at('04', '2026-03-01T04:00:00Z');
    const fold = (...given: StoredObservation<IncidentObservation>[]) =>
      foldIncident('i1', given).resolvedAt;
    expect(fold(commented, reopened, resolved)).toBeNull();
    expect(fold(again, commented, reopened, resolved)).toBe(again.time);
  });

  it('keeps the first of several acknowledgements, as when it is reopened', () => {
    const acknowledged = (time: string) =>
      stored<IncidentObservation>(time, time, {
        kind: 'incident',
        subject: 'i1',
        target: {},
        acknowledgedAt: time,
      });
    expect(
      foldIncident('i1', [
        acknowledged('2026-03-03T10:01:00Z'),
        acknowledged('2026-03-01T10:02:00Z'),
      ]).acknowledgedAt,
    ).toBe(Date.parse('2026-03-01T10:02:00Z'));
  });

  it('tells from when on each severity held', () => {
    const at = (
      id: string,
      time: string,
      severity?: IncidentObservation['severity'],
    ) =>
      stored<IncidentObservation>(id, time, {
        kind: 'incident',
        subject: 'i1',
        target: {},
        severity,
      });
    const record = foldIncident('i1', [
      at('4', '2026-03-01T04:00:00Z', 'sev2'),
      at('1', '2026-03-01T01:00:00Z', 'sev3'),
      at('3', '2026-03-01T03:00:00Z', 'sev1'),
      at('2', '2026-03-01T02:00:00Z', 'sev3'),
      at('5', '2026-03-01T05:00:00Z'),
    ]);
    expect(record.severity).toBe('sev2');
    expect(record.severityChanges).toEqual([
      { at: Date.parse('2026-03-01T01:00:00Z'), severity: 'sev3' },
      { at: Date.parse('2026-03-01T03:00:00Z'), severity: 'sev1' },
      { at: Date.parse('2026-03-01T04:00:00Z'), severity: 'sev2' },
    ]);
  });
});

describe('foldWorkItem', () => {
  const at = (hour: string, fields: Partial<WorkItemObservation>) =>
    stored<WorkItemObservation>(hour, `2026-03-01T${hour}:00:00Z`, {
      kind: 'work_item',
      subject: 'SHOP-1',
      target: {},
      ...fields,
    });
  const ms = (hour: string) => Date.parse(`2026-03-01T${hour}:00:00Z`);

  it('tells from when on the item stood where', () => {
    const record = foldWorkItem('SHOP-1', [
      at('05', { state: 'done' }),
      at('01', { state: 'todo' }),
      at('03', { state: 'active' }),
      at('02', { state: 'active' }),
      at('04', { title: 'Only a new title' }),
    ]);
    expect(record.state).toBe('done');
    expect(record.stateChanges).toEqual([
      { at: ms('01'), state: 'todo' },
      { at: ms('02'), state: 'active' },
      { at: ms('05'), state: 'done' },
    ]);
  });

  it('tells what the item was committed to, and that it was taken out', () => {
    const record = foldWorkItem('SHOP-1', [
      at('01', { committedPeriod: null }),
      at('02', { committedPeriod: '2026-Q1' }),
      at('03', { committedPeriod: '2026-Q1' }),
      at('04', { committedPeriod: null }),
      at('05', { committedPeriod: '2026-Q2' }),
      at('06', { committedPeriod: null }),
    ]);
    expect(record.committedPeriod).toBeNull();
    expect(record.periodChanges).toEqual([
      { at: ms('02'), period: '2026-Q1' },
      { at: ms('04'), period: null },
      { at: ms('05'), period: '2026-Q2' },
      { at: ms('06'), period: null },
    ]);
  });

  it('starts and ends by its states where no instant is stated', () => {
    const todo = at('01', { state: 'todo' });
    const blocked = at('02', { state: 'blocked' });
    const done = at('03', { state: 'done' });
    const still = at('04', { state: 'done' });
    const reopened = at('05', { state: 'active' });
    const again = at('06', { state: 'done' });
    const fold = (...given: StoredObservation<WorkItemObservation>[]) => {
      const { startedAt, completedAt } = foldWorkItem('SHOP-1', given);
      return [startedAt, completedAt];
    };
    expect(fold(todo)).toEqual([null, null]);
    expect(fold(done, todo, still, blocked)).toEqual([ms('02'), ms('03')]);
    expect(fold(todo, blocked, done, still, reopened)).toEqual([
      ms('02'),
      null,
    ]);
    expect(fold(todo, blocked, done, reopened, again)).toEqual([
      ms('02'),
      ms('06'),
    ]);
    const stated = at('03', {
      startedAt: '2026-03-01T01:30:00Z',
      completedAt: '2026-03-01T02:30:00Z',
    });
    expect(fold(todo, blocked, stated)).toEqual([
      Date.parse('2026-03-01T01:30:00Z'),
      Date.parse('2026-03-01T02:30:00Z'),
    ]);
    expect(foldWorkItem('SHOP-1', [todo, stated]).stateChanges).toEqual([
      { at: ms('01'), state: 'todo' },
      { at: ms('03'), state: 'done' },
    ]);
  });

  it('forgets a cancellation that is taken back', () => {
    expect(
      foldWorkItem('SHOP-1', [
        at('01', { state: 'cancelled' }),
        at('02', { state: 'active' }),
      ]).cancelledAt,
    ).toBeNull();
    expect(
      foldWorkItem('SHOP-1', [at('01', { state: 'cancelled' })]).cancelledAt,
    ).toBe(ms('01'));
  });

  it('has no states where only instants are known', () => {
    const record = foldWorkItem('SHOP-1', [
      at('05', {
        startedAt: '2026-03-01T01:00:00Z',
        completedAt: '2026-03-01T05:00:00Z',
      }),
    ]);
    expect(record).toMatchObject({
      state: null,
      stateChanges: [],
      periodChanges: [],
      startedAt: ms('01'),
      completedAt: ms('05'),
    });
  });
});

describe('foldPipelineRun', () => {
  it('brings queue, start and end together and takes no end for a success', () => {
    const at = (hour: string, fields: Partial<PipelineRunObservation>) =>
      stored<PipelineRunObservation>(hour, `2026-03-01T${hour}:00:00Z`, {
        kind: 'pipeline_run',
        subject: '7',
        target: {},
        ...fields,
      });
    const time = (hour: string) => `2026-03-01T${hour}:00:00Z`;
    const record = foldPipelineRun('7', [
      at('03', { finishedAt: time('03') }),
      at('01', { pipeline: 'build', queuedAt: time('01') }),
      at('02', { startedAt: time('02') }),
    ]);
    expect(record).toMatchObject({
      pipeline: 'build',
      queuedAt: Date.parse(time('01')),
      startedAt: Date.parse(time('02')),
      finishedAt: Date.parse(time('03')),
      result: null,
    });
  });
});
