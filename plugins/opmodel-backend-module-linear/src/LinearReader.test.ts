import { ConfigReader } from '@backstage/config';
import {
  foldObservations,
  type IntakeEvent,
  type WorkItemRecord,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  intakeEventSchema,
  webhookReaderContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import fc from 'fast-check';
import { createLinearReader } from './LinearReader';
import { readLinearSettings } from './linearSettings';

const person = {
  id: 'b5ea5f1f',
  name: 'somebody',
  email: 'somebody@example.com',
};

const at = (day: number) => `2026-03-0${day}T10:00:00.000Z`;
const ms = (day: number) => Date.parse(at(day));

/** A body in the shape that Linear documents for its webhooks, with the fields that are read and some that must not be passed on. */
function delivery(action: string, day: number, data: object = {}): any {
  return {
    action,
    type: 'Issue',
    createdAt: at(day),
    organizationId: 'e8b1d6f0',
    webhookTimestamp: ms(day),
    url: 'https://linear.example.com/acme/issue/SHOP-7',
    actor: person,
    data: {
      id: '2174add1',
      identifier: 'SHOP-7',
      number: 7,
      title: 'Offer instalments',
      createdAt: at(1),
      updatedAt: at(day),
      startedAt: null,
      completedAt: null,
      canceledAt: null,
      priority: 2,
      priorityLabel: 'High',
      state: { id: '1', name: 'Todo', type: 'unstarted' },
      team: { id: '2', key: 'SHOP', name: 'Shop' },
      cycle: null,
      labels: [{ id: '3', name: 'Feature' }],
      assignee: person,
      creator: person,
      ...data,
    },
    updatedFrom: { assigneeId: 'b5ea5f1f' },
  };
}

const started = (name: string = 'In Progress') => ({
  state: { name, type: 'started' },
  startedAt: at(2),
});
const done = (day: number) => ({
  state: { name: 'Done', type: 'completed' },
  startedAt: at(2),
  completedAt: at(day),
});

function read(body: unknown, linear: object = {}): IntakeEvent[] {
  return createLinearReader(
    readLinearSettings(new ConfigReader({ opmodel: { linear } } as any)),
  ).read({ type: undefined, body, receivedAt: 0 });
}

function fold(...events: IntakeEvent[]): WorkItemRecord {
  return foldObservations(
    'work_item',
    events[0].observation.subject,
    events.map(({ id, time, observation }) => ({
      id,
      time: Date.parse(time),
      observation,
    })),
  ) as WorkItemRecord;
}

const after = (day: number, data: object, linear?: object) =>
  fold(...read(delivery('update', day, data), linear));

describe('every delivery', () => {
  const deliveries = [
    delivery('create', 1),
    delivery('update', 2, { ...started(), cycle: { number: 9 } }),
    delivery('update', 3, done(3)),
    delivery('remove', 4),
  ];

  it.each(webhookReaderContract)('$name', ({ check }) => {
    expect(() =>
      check({
        reader: createLinearReader(readLinearSettings(new ConfigReader({}))),
        deliveries: deliveries.map(body => ({
          type: body.type,
          body,
          receivedAt: 0,
        })),
      }),
    ).not.toThrow();
  });

  it('comes to valid events that name nobody', () => {
    for (const event of deliveries.flatMap(body => read(body))) {
      expect(checkContract(intakeEventSchema, event).success).toBe(true);
      expect(JSON.stringify(event)).not.toMatch(/somebody|b5ea5f1f/);
    }
  });

  it.each([
    [{ type: 'Comment', action: 'create' }],
    [{ type: 'Issue', action: 'slaBreached' }],
    [{}],
  ])('about something else is left alone: %j', body => {
    expect(read(body)).toEqual([]);
  });

  it('that is not as documented is set aside', () => {
    expect(() => read(delivery('update', 2, { state: null }))).toThrow(
      'data.state: expected object, got null',
    );
  });
});

describe('an issue', () => {
  it('is a work item from its creation', () => {
    expect(read(delivery('create', 1))).toEqual([
      {
        source: 'linear:e8b1d6f0',
        id: expect.stringContaining(`issue:2174add1:create:${at(1)}:`),
        time: at(1),
        observation: {
          kind: 'work_item',
          subject: '2174add1',
          target: { links: [{ system: 'linear', externalId: 'SHOP' }] },
          withdrawn: false,
          title: 'SHOP-7 Offer instalments',
          url: 'https://linear.example.com/acme/issue/SHOP-7',
          category: 'feature',
          severity: 'High',
          committedPeriod: null,
          state: 'todo',
          createdAt: at(1),
          completedAt: null,
          cancelledAt: null,
        },
      },
    ]);
  });

  it('goes the way of its status, in whatever order and however often that arrives', () => {
    const course = [
      read(delivery('create', 1)),
      read(delivery('update', 2, started())),
      read(delivery('update', 3, started('In Review'))),
      read(delivery('update', 4, done(4))),
      read(delivery('update', 5, started())),
      read(delivery('update', 6, done(6))),
    ];
    const record = fold(...course.flat());
    expect(record).toMatchObject({
      startedAt: ms(2),
      completedAt: ms(6),
      stateChanges: [
        { at: ms(1), state: 'todo' },
        { at: ms(2), state: 'active' },
        { at: ms(3), state: 'waiting' },
        { at: ms(4), state: 'done' },
        { at: ms(5), state: 'active' },
        { at: ms(6), state: 'done' },
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

  it.each([
    ['triage', 'todo'],
    ['backlog', 'todo'],
    ['started', 'active'],
    ['completed', 'done'],
    ['canceled', 'cancelled'],
    ['paused', null],
  ])('with a status of the type %s is %s', (type, state) => {
    expect(after(2, { state: { name: 'Any', type } }).state).toBe(state);
  });

  it('is blocked by a label as long as it is begun', () => {
    const labels = [{ name: 'Blocked' }];
    expect(after(2, { ...started(), labels }).state).toBe('blocked');
    expect(after(2, { ...done(2), labels }).state).toBe('done');
    expect(after(2, { labels }).state).toBe('todo');
  });

  it('takes its words from the configuration', () => {
    expect(
      after(
        2,
        { ...started('Waiting for QA'), labels: [{ name: 'Chore' }] },
        {
          states: { 'waiting for qa': 'waiting' },
          categories: { chore: 'debt' },
        },
      ),
    ).toMatchObject({ state: 'waiting', category: 'debt' });
    expect(() => read(delivery('create', 1), { states: { a: 'b' } })).toThrow(
      'opmodel.linear.states.a: expected one of',
    );
  });

  it('is committed to its cycle', () => {
    expect(after(2, { cycle: { number: 9 } }).committedPeriod).toBe(
      'SHOP Cycle 9',
    );
    expect(
      after(2, { cycle: { number: 9, name: '2026-Q1' } }).committedPeriod,
    ).toBe('2026-Q1');
  });

  it('is taken back when it is removed, and there again when it is restored', () => {
    const removed = read(delivery('remove', 3));
    const restored = read(delivery('restore', 4));
    expect(fold(...removed).withdrawn).toBe(true);
    expect(fold(...restored, ...removed).withdrawn).toBe(false);
  });

  it('is none as a part of another one, and has no severity without a priority', () => {
    expect(read(delivery('update', 2, { parentId: '7' }))).toEqual([]);
    expect(after(2, { priorityLabel: 'No priority' }).severity).toBeNull();
  });
});
