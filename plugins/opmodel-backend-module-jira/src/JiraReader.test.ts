import { ConfigReader } from '@backstage/config';
import {
  checkContract,
  intakeEventSchema,
  webhookReaderContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import fc from 'fast-check';
import { delivery, fold, read } from './__testUtils__/deliveries';
import { createJiraReader } from './JiraReader';
import { readJiraSettings } from './jiraSettings';

const at = (day: number) => `2026-03-0${day}T10:00:00.000+0000`;
const ms = (day: number) => Date.UTC(2026, 2, day, 10);
type Fields = Parameters<typeof delivery>[2];
const updated = (day: number, fields: Fields = {}, change?: object) =>
  read(delivery('updated', at(day), fields, change));

describe('every delivery', () => {
  const deliveries = [
    delivery('created', at(1)),
    delivery(
      'updated',
      at(2),
      {
        status: 'In Progress',
        customfield_10020: [{ id: 1, name: 'Sprint 9', state: 'active' }],
        customfield_10021: [{ value: 'Impediment' }],
        timespent: 3600,
      },
      { field: 'status', from: '1', to: '3', toString: 'In Progress' },
    ),
    delivery('updated', at(3), {
      status: 'Done',
      resolution: { name: 'Done' },
      resolutiondate: at(3),
    }),
    delivery('deleted', at(3)),
  ];

  it.each(webhookReaderContract)('$name', ({ check }) => {
    expect(() =>
      check({
        reader: createJiraReader(readJiraSettings(new ConfigReader({}))),
        deliveries: deliveries.map(body => ({
          type: body.webhookEvent,
          body,
          receivedAt: 0,
        })),
      }),
    ).not.toThrow();
  });

  it('comes to valid events that name nobody', () => {
    for (const event of deliveries.flatMap(body => read(body))) {
      expect(checkContract(intakeEventSchema, event).success).toBe(true);
      expect(JSON.stringify(event)).not.toContain('somebody');
    }
  });

  it.each([
    [{ webhookEvent: 'sprint_closed' }],
    [{ webhookEvent: 'comment_created' }],
    [{}],
  ])('about something else is left alone: %j', body => {
    expect(read(body)).toEqual([]);
  });

  it('that is not as documented is set aside', () => {
    expect(() => read(delivery('updated', 'yesterday'))).toThrow(
      'issue.fields.updated: expected date-time',
    );
    expect(() => read(null)).toThrow('expected object, got null');
  });
});

describe('an issue', () => {
  it('is a work item from its creation', () => {
    expect(read(delivery('created', at(1)))).toEqual([
      {
        source: 'jira:acme.example.com',
        id: expect.stringContaining(
          'jira:issue_created:10042:2026-03-01T10:00:00.000Z:',
        ),
        time: '2026-03-01T10:00:00.000Z',
        observation: {
          kind: 'work_item',
          subject: '10042',
          target: { links: [{ system: 'jira', externalId: 'SHOP' }] },
          withdrawn: false,
          title: 'SHOP-7 Offer instalments',
          url: 'https://acme.example.com/browse/SHOP-7',
          category: 'feature',
          severity: 'High',
          committedPeriod: null,
          state: 'todo',
          createdAt: '2026-03-01T08:00:00.000Z',
          completedAt: null,
          cancelledAt: null,
        },
      },
    ]);
  });

  it('goes the way of its status, in whatever order and however often that arrives', () => {
    const done = {
      status: 'Done',
      resolution: { name: 'Done' },
      resolutiondate: at(6),
    };
    const course = [
      read(delivery('created', at(1))),
      updated(2, { status: 'In Progress' }),
      updated(
        3,
        { status: 'In Progress' },
        {
          field: 'Flagged',
          toString: 'Impediment',
        },
      ),
      updated(4, { status: 'In Progress' }, { field: 'Flagged', toString: '' }),
      updated(5, { status: 'In Review' }),
      updated(6, done),
      updated(7, { status: 'In Progress' }),
      updated(8, { ...done, resolutiondate: at(8) }),
    ];
    const record = fold(...course.flat());
    expect(record).toMatchObject({
      startedAt: ms(2),
      completedAt: ms(8),
      stateChanges: [
        { at: ms(1), state: 'todo' },
        { at: ms(2), state: 'active' },
        { at: ms(3), state: 'blocked' },
        { at: ms(4), state: 'active' },
        { at: ms(5), state: 'waiting' },
        { at: ms(6), state: 'done' },
        { at: ms(7), state: 'active' },
        { at: ms(8), state: 'done' },
      ],
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(course, { minLength: course.length }),
        fc.array(fc.constantFrom(...course)),
        (once, again) => {
          expect(fold(...[...once, ...again].flat())).toEqual(record);
        },
      ),
    );
  });

  it('is blocked as long as its flag stands, whatever else changes', () => {
    const flagged = { customfield_10021: [{ value: 'Impediment' }] };
    const state = (fields: Fields, jira?: object) =>
      fold(...read(delivery('updated', at(2), fields), jira)).state;
    expect(state({ status: 'In Progress', ...flagged })).toBe('blocked');
    expect(state({ status: 'Done', ...flagged })).toBe('done');
    expect(
      state(
        { status: 'In Progress', customfield_7: [{ value: 'Impediment' }] },
        { flaggedField: 'customfield_7' },
      ),
    ).toBe('blocked');
    expect(
      fold(...updated(2, { status: 'In Progress' }, { field: 'Flagged' }))
        .state,
    ).toBe('active');
  });

  it('stands where the configuration says that its status does', () => {
    const jira = { states: { 'In Progress': 'waiting', Dropped: 'cancelled' } };
    const of = (status: string) =>
      fold(...read(delivery('updated', at(2), { status }), jira));
    expect(of('In Progress').state).toBe('waiting');
    expect(of('Dropped')).toMatchObject({
      state: 'cancelled',
      cancelledAt: ms(2),
    });
    expect(of('Somewhere').state).toBeNull();
  });

  it.each(["Won't Do", 'Duplicate', 'Cannot Reproduce', 'Declined'])(
    'is given up with the resolution %s',
    name => {
      expect(
        fold(
          ...updated(2, {
            status: 'Done',
            resolution: { name },
            resolutiondate: at(2),
          }),
        ),
      ).toMatchObject({ state: 'cancelled', completedAt: null });
    },
  );

  it('is of the category of its type or its labels', () => {
    const category = (type: string, labels: string[], jira?: object) =>
      fold(
        ...read(
          delivery('updated', at(2), { issuetype: { name: type }, labels }),
          jira,
        ),
      ).category;
    expect(category('Bug', [])).toBe('reliability');
    expect(category('Task', [])).toBeNull();
    expect(category('Task', ['tech-debt'])).toBe('debt');
    expect(
      category('Task', ['Golden-Path'], {
        categories: { 'golden-path': 'platform' },
      }),
    ).toBe('platform');
  });

  it('is committed to its sprint, until it is held over', () => {
    const sprint = (name: string, state: string) => ({ name, state });
    const inSprints = (sprints: unknown, status: string = 'In Progress') =>
      fold(...updated(2, { customfield_10020: sprints, status }))
        .committedPeriod;
    expect(
      inSprints([sprint('Sprint 8', 'closed'), sprint('Sprint 9', 'active')]),
    ).toBe('Sprint 9');
    expect(inSprints([sprint('Sprint 10', 'future')])).toBe('Sprint 10');
    expect(inSprints([sprint('Sprint 8', 'closed')])).toBeNull();
    expect(inSprints([sprint('Sprint 8', 'closed')], 'Done')).toBe('Sprint 8');
    expect(
      inSprints([
        'com.atlassian.greenhopper.service.sprint.Sprint@1f[id=9,rapidViewId=2,state=ACTIVE,name=Sprint 9,goal=]',
      ]),
    ).toBe('Sprint 9');
    expect(inSprints(['nothing'])).toBeNull();
  });

  it('is committed to its version where the configuration says so, or to nothing', () => {
    const body = delivery('updated', at(2), {
      fixVersions: [{ name: '1.0' }, { name: '1.1' }],
    });
    expect(fold(...read(body, { committedBy: 'fixVersion' }))).toMatchObject({
      committedPeriod: '1.1',
    });
    expect(fold(...read(body, { committedBy: 'none' }))).toMatchObject({
      committedPeriod: null,
      periodChanges: [],
    });
    expect(() => read(body, { committedBy: 'epic' })).toThrow(
      'opmodel.jira.committedBy: expected one of sprint, fixVersion, none',
    );
  });

  it('costs what was booked, or else estimated, in days of eight hours', () => {
    expect(fold(...updated(2, { timeoriginalestimate: 14400 }))).toMatchObject({
      effortDays: 0.5,
    });
    expect(
      fold(...updated(2, { timeoriginalestimate: 14400, timespent: 57600 })),
    ).toMatchObject({ effortDays: 2 });
  });

  it('is taken back when it is deleted', () => {
    const [event] = read(delivery('deleted', at(1)));
    expect(event).toMatchObject({
      time: new Date(1772359200000).toISOString(),
      observation: { withdrawn: true },
    });
  });

  it.each([
    { name: 'Sub-task', subtask: true, hierarchyLevel: -1 },
    { name: 'Epic', subtask: false, hierarchyLevel: 1 },
  ])('is none as a $name', issuetype => {
    expect(updated(2, { issuetype })).toEqual([]);
  });

  it('is found below the path at which a Jira runs', () => {
    const body = delivery('updated', at(2));
    body.issue.self = 'https://tools.example.com/jira/rest/api/2/issue/10042';
    expect(read(body)[0]).toMatchObject({
      source: 'jira:tools.example.com',
      observation: { url: 'https://tools.example.com/jira/browse/SHOP-7' },
    });
  });
});
