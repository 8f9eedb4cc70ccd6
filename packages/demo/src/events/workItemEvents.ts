import type { WorkItem } from '../history/facts';
import { componentRef } from './addressing';
import { cloudEvent, type CdEventType, type CloudEvent } from './cloudEvent';
import { isoInstants } from './instants';

const SOURCE = 'https://board.example.com/marrowby';

/** One event of a ticket for each thing that happens to it. What happens at one instant is one event. */
export function workItemEvents(item: WorkItem): CloudEvent[] {
  const uri = `${SOURCE}/tickets/${item.id}`;
  const happenings = new Map<number, Record<string, unknown>>();
  const tell = (at: number, fields: Record<string, unknown>) =>
    happenings.set(at, { ...happenings.get(at), ...fields });
  item.states.forEach(({ at, state }) => tell(at, { state }));
  item.periods.forEach(({ at, period }) =>
    tell(at, { committedPeriod: period }),
  );
  const createdAt = item.states[0].at;
  return [...happenings]
    .sort(([a], [b]) => a - b)
    .map(([at, fields], place) => {
      const type = typeOf(fields.state, at === createdAt);
      return cloudEvent({
        generation: '0.5',
        type,
        id: `${item.id}-${place + 1}`,
        source: SOURCE,
        time: at,
        subjectId: item.id,
        content: { uri, ...contentOf(type, item, fields.state) },
        customData: {
          entityRef: componentRef(item.component),
          ...(at === createdAt && aboutOf(item, uri)),
          ...fields,
          ...(fields.state === 'done' && isoInstants({ completedAt: at })),
          ...(fields.state === 'cancelled' && isoInstants({ cancelledAt: at })),
        },
      });
    });
}

function typeOf(state: unknown, isFirst: boolean): CdEventType {
  if (isFirst) {
    return 'ticket.created';
  }
  return state === 'done' || state === 'cancelled'
    ? 'ticket.closed'
    : 'ticket.updated';
}

function contentOf(
  type: CdEventType,
  item: WorkItem,
  state: unknown,
): Record<string, unknown> {
  switch (type) {
    case 'ticket.created':
      return { summary: item.title, creator: 'board' };
    case 'ticket.closed':
      return { resolution: state === 'done' ? 'completed' : 'withdrawn' };
    default:
      return {};
  }
}

/** What is known of a ticket when it is written. */
function aboutOf(item: WorkItem, url: string): Record<string, unknown> {
  const { title, category, severity, foundIn, objective, effortDays } = item;
  return {
    title,
    url,
    ...(category && { category }),
    ...(severity && { severity }),
    ...(foundIn && { foundIn }),
    ...(objective && { objective }),
    ...(effortDays !== undefined && { effortDays }),
  };
}
