import type {
  IncidentRecord,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { exampleOf } from '../__testUtils__/examples';
import { fold, read } from '../__testUtils__/observed';

const settings = { incidentLabels: ['incident'] };

function issue(
  action: string,
  at: string,
  overrides: {
    issue?: object;
    labels?: string[];
    label?: string;
  } = {},
): any {
  const body = exampleOf('issues', 'opened');
  const { labels = ['Incident'], label } = overrides;
  Object.assign(body.issue, {
    updated_at: at,
    labels: labels.map(name => ({ name })),
    ...overrides.issue,
  });
  return { ...body, action, ...(label ? { label: { name: label } } : {}) };
}

const readIssue = (...given: Parameters<typeof issue>) =>
  read('issues', issue(...given), settings);

const foldIncident = (...events: IntakeEvent[]) =>
  fold(events) as IncidentRecord;

const closedAt = (at: string, reason: string = 'completed') =>
  readIssue('closed', at, {
    issue: { state: 'closed', closed_at: at, state_reason: reason },
  });

describe('an issue', () => {
  it('is not read unless the configuration names labels', () => {
    expect(read('issues', issue('opened', '2026-03-02T10:00:00Z'))).toEqual([]);
  });

  it('is an incident by its label', () => {
    expect(readIssue('opened', '2026-03-02T10:00:00Z')).toEqual([
      {
        source: 'github:github.com/codertocat/hello-world',
        id: expect.stringContaining('issue:1:opened:2026-03-02T10:00:00.000Z:'),
        time: '2026-03-02T10:00:00.000Z',
        observation: {
          kind: 'incident',
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
          detectedAt: '2019-05-15T15:20:18.000Z',
          resolvedAt: null,
        },
      },
    ]);
  });

  it('is edited twice within a second, and neither edit is lost', () => {
    const ids = ['Slow', 'Slow checkout'].map(
      title =>
        readIssue('edited', '2026-03-02T10:00:00Z', { issue: { title } })[0].id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('without the label, and a pull request with it, are none', () => {
    const at = '2026-03-02T10:00:00Z';
    expect(readIssue('opened', at, { labels: ['bug'] })).toEqual([]);
    expect(readIssue('labeled', at, { issue: { pull_request: {} } })).toEqual(
      [],
    );
  });

  it('is resolved when it is closed, and not any more when it is reopened', () => {
    const closed = closedAt('2026-03-02T11:00:00Z');
    // GitHub goes on to name the last closing.
    const reopened = readIssue('reopened', '2026-03-02T12:00:00Z', {
      issue: { state: 'open', closed_at: '2026-03-02T11:00:00Z' },
    });
    expect(foldIncident(...closed).resolvedAt).toBe(
      Date.parse('2026-03-02T11:00:00Z'),
    );
    expect(foldIncident(...reopened, ...closed).resolvedAt).toBeNull();
  });

  it.each(['not_planned', 'duplicate'])(
    'is none after all when it is closed as %s',
    reason => {
      expect(
        foldIncident(...closedAt('2026-03-02T11:00:00Z', reason)).withdrawn,
      ).toBe(true);
    },
  );

  it('is none after all when the label is taken away', () => {
    const opened = readIssue('opened', '2026-03-02T10:00:00Z');
    const unlabeled = readIssue('unlabeled', '2026-03-02T11:00:00Z', {
      label: 'Incident',
    });
    const other = readIssue('unlabeled', '2026-03-02T12:00:00Z', {
      label: 'bug',
      labels: [],
    });
    expect(foldIncident(...unlabeled, ...opened).withdrawn).toBe(true);
    expect(other).toEqual([]);
  });

  it.each(['deleted', 'transferred'])('is none after all when %s', action => {
    const opened = readIssue('opened', '2026-03-02T10:00:00Z');
    const gone = readIssue(action, '2026-03-02T10:00:00Z');
    expect(foldIncident(...gone, ...opened).withdrawn).toBe(true);
  });

  it.each([
    [['sev1'], 'sev1'],
    [['P2', 'severity: low'], 'sev2'],
    [['severity/critical'], 'sev1'],
    [['high'], null],
    [['P0'], null],
    [[], null],
  ])('has the worst severity of its labels %j', (labels, severity) => {
    expect(
      foldIncident(
        ...readIssue('opened', '2026-03-02T10:00:00Z', {
          labels: [...labels, 'incident'],
        }),
      ).severity,
    ).toBe(severity);
  });

  it('keeps apart the labels that are set at one instant', () => {
    const at = '2026-03-02T10:00:00Z';
    const [first, second] = ['incident', 'sev1'].flatMap(label =>
      readIssue('labeled', at, { label, labels: ['incident', label] }),
    );
    expect(first.id).not.toBe(second.id);
  });

  it.each(['assigned', 'locked', 'milestoned', 'pinned'])(
    'says nothing new with the action %s',
    action => {
      expect(
        read('issues', exampleOf('issues', action), {
          incidentLabels: ['bug'],
        }),
      ).toEqual([]);
    },
  );

  it('comes to one record, in whatever order and however often', () => {
    const course = [
      readIssue('opened', '2026-03-02T10:00:00Z', {
        labels: ['incident', 'P3'],
      }),
      readIssue('labeled', '2026-03-02T10:30:00Z', {
        label: 'P1',
        labels: ['incident', 'P1'],
      }),
      closedAt('2026-03-02T11:00:00Z'),
      readIssue('reopened', '2026-03-02T12:00:00Z'),
      closedAt('2026-03-02T13:00:00Z'),
    ];
    const expected = fold(course.flat());
    expect(expected).toMatchObject({
      resolvedAt: Date.parse('2026-03-02T13:00:00Z'),
      severityChanges: [
        { at: Date.parse('2026-03-02T10:00:00Z'), severity: 'sev3' },
        { at: Date.parse('2026-03-02T10:30:00Z'), severity: 'sev1' },
      ],
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
