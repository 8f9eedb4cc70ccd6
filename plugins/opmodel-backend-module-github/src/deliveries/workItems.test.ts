import type {
  IntakeEvent,
  WorkItemRecord,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { exampleOf } from '../__testUtils__/examples';
import { fold, read, workItems } from '../__testUtils__/observed';

const settings = { workItems, incidentLabels: ['incident'] };

function issue(
  action: string,
  at: string,
  overrides: { issue?: object; labels?: string[]; label?: string } = {},
): any {
  const body = exampleOf('issues', 'opened');
  const { labels = ['enhancement'], label } = overrides;
  Object.assign(body.issue, {
    updated_at: at,
    labels: labels.map(name => ({ name })),
    milestone: null,
    ...overrides.issue,
  });
  return { ...body, action, ...(label ? { label: { name: label } } : {}) };
}

const readIssue = (...given: Parameters<typeof issue>) =>
  read('issues', issue(...given), settings);

const foldItem = (...events: IntakeEvent[]) => fold(events) as WorkItemRecord;

const closedAt = (at: string, reason: string = 'completed') =>
  readIssue('closed', at, {
    issue: { state: 'closed', closed_at: at, state_reason: reason },
  });

describe('an issue as a work item', () => {
  it('is none unless the configuration says so', () => {
    expect(read('issues', issue('opened', '2026-03-02T10:00:00Z'))).toEqual([]);
  });

  it('is there from its creation, to do, and names nobody', () => {
    expect(readIssue('opened', '2026-03-02T10:00:00Z')).toEqual([
      {
        source: 'github:github.com/codertocat/hello-world',
        id: expect.stringContaining(
          'work_item:1:opened:2026-03-02T10:00:00.000Z:',
        ),
        time: '2026-03-02T10:00:00.000Z',
        observation: {
          kind: 'work_item',
          subject: 'Codertocat/Hello-World#1',
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
          title: 'Spelling error in the README file',
          url: 'https://github.com/Codertocat/Hello-World/issues/1',
          category: 'feature',
          committedPeriod: null,
          state: 'todo',
          createdAt: '2019-05-15T15:20:18.000Z',
          completedAt: null,
          cancelledAt: null,
        },
      },
    ]);
  });

  it('goes its way by its labels, is done when it is closed and again when it was reopened', () => {
    const course = [
      readIssue('opened', '2026-03-01T10:00:00Z'),
      readIssue('labeled', '2026-03-02T10:00:00Z', {
        label: 'In progress',
        labels: ['enhancement', 'In progress'],
      }),
      readIssue('labeled', '2026-03-03T10:00:00Z', {
        label: 'Blocked',
        labels: ['enhancement', 'In progress', 'Blocked'],
      }),
      readIssue('unlabeled', '2026-03-04T10:00:00Z', {
        label: 'Blocked',
        // Some deliveries still list the label that was taken away.
        labels: ['enhancement', 'In progress', 'Blocked'],
      }),
      closedAt('2026-03-05T10:00:00Z'),
      readIssue('reopened', '2026-03-06T10:00:00Z', {
        issue: { closed_at: '2026-03-05T10:00:00Z' },
      }),
      closedAt('2026-03-07T10:00:00Z'),
    ];
    const record = foldItem(...course.flat());
    const day = (date: number) => Date.UTC(2026, 2, date, 10);
    expect(record).toMatchObject({
      startedAt: day(2),
      completedAt: day(7),
      stateChanges: [
        { at: day(1), state: 'todo' },
        { at: day(2), state: 'active' },
        { at: day(3), state: 'blocked' },
        { at: day(4), state: 'active' },
        { at: day(5), state: 'done' },
        { at: day(6), state: 'todo' },
        { at: day(7), state: 'done' },
      ],
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(course, { minLength: course.length }),
        fc.array(fc.constantFrom(...course)),
        (once, again) => {
          expect(foldItem(...[...once, ...again].flat())).toEqual(record);
        },
      ),
    );
  });

  it.each(['not_planned', 'duplicate'])(
    'is given up when it is closed as %s',
    reason => {
      expect(
        foldItem(...closedAt('2026-03-02T11:00:00Z', reason)),
      ).toMatchObject({
        state: 'cancelled',
        completedAt: null,
        cancelledAt: Date.parse('2026-03-02T11:00:00Z'),
      });
    },
  );

  it.each([
    [{ type: { name: 'Bug' } }, [], 'reliability'],
    [{ type: { name: 'Task' } }, ['tech-debt'], 'debt'],
    [{}, ['SECURITY', 'help wanted'], 'security'],
    [{}, ['help wanted'], null],
  ])('is of the category that %j and %j name', (fields, labels, category) => {
    expect(
      foldItem(
        ...readIssue('opened', '2026-03-02T10:00:00Z', {
          issue: fields,
          labels,
        }),
      ).category,
    ).toBe(category);
  });

  it('tells of a defect how bad it was and where it was found', () => {
    expect(
      foldItem(
        ...readIssue('opened', '2026-03-02T10:00:00Z', {
          labels: ['bug', 'P2', 'Found in production'],
        }),
      ),
    ).toMatchObject({ severity: 'sev2', foundIn: 'production' });
  });

  it('is committed to its milestone, or to what a label names, until that is taken off', () => {
    const milestone = { title: '2026-Q1' };
    const milestoned = readIssue('milestoned', '2026-03-02T10:00:00Z', {
      issue: { milestone },
    });
    const demilestoned = readIssue('demilestoned', '2026-03-03T10:00:00Z', {
      issue: { milestone },
    });
    expect(foldItem(...milestoned).committedPeriod).toBe('2026-Q1');
    expect(foldItem(...demilestoned, ...milestoned).periodChanges).toEqual([
      { at: Date.parse('2026-03-02T10:00:00Z'), period: '2026-Q1' },
      { at: Date.parse('2026-03-03T10:00:00Z'), period: null },
    ]);
    expect(
      foldItem(
        ...readIssue('labeled', '2026-03-02T10:00:00Z', {
          issue: { milestone },
          label: 'Committed: Sprint 9',
          labels: ['Committed: Sprint 9'],
        }),
      ).committedPeriod,
    ).toBe('Sprint 9');
  });

  it('is none any more when it becomes an incident, and is one when it stops being one', () => {
    const at = '2026-03-02T10:00:00Z';
    const kinds = (events: IntakeEvent[]) =>
      events.map(({ observation: { kind, withdrawn } }) => [kind, withdrawn]);
    const incident = { labels: ['incident'], label: 'incident' };
    expect(kinds(readIssue('labeled', at, incident))).toEqual([
      ['incident', false],
      ['work_item', true],
    ]);
    expect(kinds(readIssue('opened', at, incident))).toEqual([
      ['incident', false],
    ]);
    expect(kinds(readIssue('unlabeled', at, incident))).toEqual([
      ['incident', true],
      ['work_item', false],
    ]);
  });

  it.each(['deleted', 'transferred'])('is taken back when %s', action => {
    const opened = readIssue('opened', '2026-03-02T10:00:00Z');
    const gone = readIssue(action, '2026-03-02T10:00:00Z');
    expect(foldItem(...gone, ...opened).withdrawn).toBe(true);
  });

  it.each(['assigned', 'locked', 'pinned'])(
    'says nothing new with the action %s',
    action => {
      expect(read('issues', exampleOf('issues', action), settings)).toEqual([]);
    },
  );

  it('is no pull request', () => {
    expect(
      readIssue('opened', '2026-03-02T10:00:00Z', {
        issue: { pull_request: {} },
      }),
    ).toEqual([]);
  });
});
