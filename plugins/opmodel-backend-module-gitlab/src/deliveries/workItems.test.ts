import type { WorkItemRecord } from '@opmodel/backstage-plugin-opmodel-common';
import { readIssueSettings } from '@opmodel/backstage-plugin-opmodel-node';
import {
  fold,
  foldInAnyOrder,
  incident,
  issue,
  read,
  source,
  target,
} from '../__testUtils__/deliveries';

const settings = readIssueSettings({ periodPrefix: 'committed::' }, '');
const readIssue = (...given: Parameters<typeof issue>) =>
  read(issue(...given), settings);
const labels = (...titles: string[]) => ({
  labels: titles.map(title => ({ title })),
});
const foldItem = (...given: Parameters<typeof issue>) =>
  fold(readIssue(...given)) as WorkItemRecord;

describe('an issue as a work item', () => {
  const at = '2026-03-01 10:00:00 UTC';

  it('is none unless the configuration says so', () => {
    expect(read(issue('open', at))).toEqual([]);
  });

  it('is there from its creation, to do', () => {
    expect(readIssue('open', at, labels('Feature'))).toEqual([
      {
        source,
        id: expect.stringContaining('work_item:23:open:2026-03-01T10:00:00'),
        time: '2026-03-01T10:00:00.000Z',
        observation: {
          kind: 'work_item',
          subject: 'Acme/shop#23',
          target,
          withdrawn: false,
          title: 'Offer instalments',
          url: 'https://gitlab.example.com/Acme/shop/-/issues/23',
          category: 'feature',
          committedPeriod: null,
          state: 'todo',
          createdAt: '2026-03-01T10:00:00.000Z',
          completedAt: null,
          cancelledAt: null,
        },
      },
    ]);
  });

  it('goes its way by its labels until it is closed, in whatever order that arrives', () => {
    const closed = { state: 'closed', closed_at: '2026-03-04T10:00:00Z' };
    const record = foldInAnyOrder([
      readIssue('open', at),
      readIssue('update', '2026-03-02 10:00:00 UTC', labels('In progress')),
      readIssue('update', '2026-03-03 10:00:00 UTC', labels('Blocked')),
      readIssue('close', '2026-03-04 10:00:00 UTC', closed),
      readIssue('reopen', '2026-03-05 10:00:00 UTC', {
        closed_at: closed.closed_at,
      }),
    ]);
    const day = (date: number) => Date.UTC(2026, 2, date, 10);
    expect(record).toMatchObject({
      startedAt: day(2),
      completedAt: null,
      stateChanges: [
        { at: day(1), state: 'todo' },
        { at: day(2), state: 'active' },
        { at: day(3), state: 'blocked' },
        { at: day(4), state: 'done' },
        { at: day(5), state: 'todo' },
      ],
    });
  });

  it('is given up as a duplicate, and goes on elsewhere when it is moved', () => {
    const closed = { state: 'closed', closed_at: '2026-03-01T10:00:00Z' };
    expect(
      foldItem('close', at, { ...closed, duplicated_to_id: 7 }),
    ).toMatchObject({ state: 'cancelled', completedAt: null });
    expect(foldItem('close', at, { ...closed, moved_to_id: 7 }).withdrawn).toBe(
      true,
    );
  });

  it('costs what was booked, or else estimated, in days of eight hours', () => {
    const hours = (count: number) => count * 3600;
    expect(
      foldItem('update', at, { time_estimate: hours(12) }).effortDays,
    ).toBe(1.5);
    expect(
      foldItem('update', at, {
        time_estimate: hours(12),
        total_time_spent: hours(20),
      }).effortDays,
    ).toBe(2.5);
    expect(foldItem('update', at).effortDays).toBeNull();
  });

  it('is committed to what a label names, until the label is taken off', () => {
    const record = foldInAnyOrder([
      readIssue('update', at, labels('committed::2026-Q1')),
      readIssue('update', '2026-03-02 10:00:00 UTC'),
    ]);
    expect(record).toMatchObject({
      periodChanges: [
        { at: Date.UTC(2026, 2, 1, 10), period: '2026-Q1' },
        { at: Date.UTC(2026, 2, 2, 10), period: null },
      ],
    });
  });

  it('tells where a defect was found', () => {
    expect(
      foldItem('update', at, labels('Bug', 'Found in production')),
    ).toMatchObject({ category: 'reliability', foundIn: 'production' });
  });

  it('that is confidential keeps its title to itself', () => {
    expect(foldItem('open', at, { confidential: true }).title).toBeNull();
  });

  it('is none any more as an incident, and incidents, tasks and epics are none', () => {
    const changed = issue(
      'update',
      at,
      { type: 'Incident' },
      { changes: { type: { previous: 'Issue', current: 'Incident' } } },
    );
    expect(
      read(changed, settings).map(({ observation }) => [
        observation.kind,
        observation.withdrawn,
      ]),
    ).toEqual([
      ['incident', false],
      ['work_item', true],
    ]);
    expect(
      read(incident('open', at), settings).map(
        ({ observation }) => observation.kind,
      ),
    ).toEqual(['incident']);
    expect(readIssue('open', at, { type: 'Task' })).toEqual([]);
    expect(readIssue('open', at, { type: 'Epic' })).toEqual([]);
  });

  it('says nothing when the webhook is tested', () => {
    expect(readIssue(undefined, at)).toEqual([]);
  });
});
