import type { IncidentRecord } from '@opmodel/backstage-plugin-opmodel-common';
import {
  fold,
  foldInAnyOrder,
  incident,
  read,
  source,
  target,
} from '../__testUtils__/deliveries';

describe('an incident', () => {
  it('is read from what GitLab calls an issue as well as a work item', () => {
    const at = '2026-03-01 10:00:00 UTC';
    const events = read(incident('open', at));
    expect(events).toEqual([
      {
        source,
        id: expect.stringContaining(
          'incident:23:open:2026-03-01T10:00:00.000Z:',
        ),
        time: '2026-03-01T10:00:00.000Z',
        observation: {
          kind: 'incident',
          subject: 'Acme/shop#23',
          target,
          withdrawn: false,
          title: 'Checkout is slow',
          url: 'https://gitlab.example.com/Acme/shop/-/issues/incident/23',
          severity: 'sev2',
          detectedAt: '2026-03-01T10:00:00.000Z',
          resolvedAt: null,
        },
      },
    ]);
    expect(read(incident('open', at, {}, 'issue'))).toEqual(events);
  });

  it.each([
    ['critical', 'sev1'],
    ['medium', 'sev3'],
    ['low', 'sev4'],
    ['unknown', null],
  ])('of the severity %s is %s', (severity, expected) => {
    const events = read(
      incident('update', '2026-03-01 10:00:00 UTC', { severity }),
    );
    expect((fold(events) as IncidentRecord).severity).toBe(expected);
  });

  it('is edited twice within a second, and neither edit is lost', () => {
    const ids = ['low', 'high'].map(
      severity =>
        read(incident('update', '2026-03-01 10:00:00 UTC', { severity }))[0].id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('that is confidential keeps its title to itself', () => {
    const [event] = read(
      incident('open', '2026-03-01 10:00:00 UTC', { confidential: true }),
    );
    expect(event.observation.title).toBeUndefined();
  });

  it.each(['moved_to_id', 'duplicated_to_id'])(
    'goes on elsewhere with %s',
    field => {
      const [event] = read(
        incident('close', '2026-03-01 10:00:00 UTC', { [field]: 7 }),
      );
      expect(event.observation.withdrawn).toBe(true);
    },
  );

  it.each([
    ['Issue', 'issue'],
    ['Epic', 'work_item'],
    [undefined, 'issue'],
  ])('is no %s', (type, kind) => {
    const body = incident('open', '2026-03-01 10:00:00 UTC', { type }, kind);
    // Epics belong to a group and have no project.
    expect(read({ ...body, project: undefined })).toEqual([]);
  });

  it('is taken back when it is made something else', () => {
    const made = (type: string, previous: unknown) =>
      read({
        ...incident('update', '2026-03-01T10:05:00Z', { type }),
        changes: { type: previous },
      });
    const toIssue = { previous: 'Incident', current: 'Issue' };
    const [event] = made('Issue', toIssue);
    expect(event.observation.withdrawn).toBe(true);
    expect(
      foldInAnyOrder([
        read(incident('open', '2026-03-01T10:00:00Z')),
        made('Issue', toIssue),
      ]).withdrawn,
    ).toBe(true);
    expect(
      made('Incident', { previous: 'Issue', current: 'Incident' })[0]
        .observation.withdrawn,
    ).toBe(false);
    expect(made('Task', { previous: 'Issue', current: 'Task' })).toEqual([]);
    expect(made('Issue', 7)).toEqual([]);
  });

  it('comes to one record', () => {
    const closed = (at: string) => ({ state: 'closed', closed_at: at });
    expect(
      foldInAnyOrder([
        read(incident('open', '2026-03-01T10:00:00Z', { severity: 'low' })),
        read(incident('update', '2026-03-01T10:10:00Z')),
        read(
          incident(
            'close',
            '2026-03-01T11:00:00Z',
            closed('2026-03-01T11:00:00Z'),
          ),
        ),
        read(
          incident('reopen', '2026-03-01T12:00:00Z', {
            closed_at: '2026-03-01T11:00:00Z',
          }),
        ),
        read(
          incident(
            'close',
            '2026-03-01T13:00:00Z',
            closed('2026-03-01T13:00:00Z'),
          ),
        ),
      ]),
    ).toMatchObject({
      detectedAt: Date.parse('2026-03-01T10:00:00Z'),
      resolvedAt: Date.parse('2026-03-01T13:00:00Z'),
      severityChanges: [
        { at: Date.parse('2026-03-01T10:00:00Z'), severity: 'sev4' },
        { at: Date.parse('2026-03-01T10:10:00Z'), severity: 'sev2' },
      ],
    });
  });
});
