import type { WorkItem } from '../history/facts';
import { componentRef } from './addressing';
import { cloudEvent, type CdEventType, type CloudEvent } from './cloudEvent';
import { isoInstants } from './instants';

const SOURCE = 'https://board.example.com/marrowby';

/** The events of one ticket: written, begun, closed. */
export function workItemEvents(item: WorkItem): CloudEvent[] {
  const uri = `${SOURCE}/tickets/${item.id}`;
  const entityRef = componentRef(item.component);
  const event = (
    type: CdEventType,
    time: number,
    content: Record<string, unknown>,
    customData: Record<string, unknown>,
  ) =>
    cloudEvent({
      generation: '0.5',
      type,
      id: `${item.id}-${type}`,
      source: SOURCE,
      time,
      subjectId: item.id,
      content: { uri, ...content },
      customData: { entityRef, ...customData },
    });
  const { createdAt, startedAt, completedAt, cancelledAt } = item;
  const closedAt = completedAt ?? cancelledAt;
  const closed =
    closedAt === undefined
      ? []
      : [
          event(
            'ticket.closed',
            closedAt,
            {
              resolution: completedAt === undefined ? 'withdrawn' : 'completed',
            },
            isoInstants({ completedAt, cancelledAt }),
          ),
        ];
  return [
    event(
      'ticket.created',
      createdAt,
      { summary: item.title, creator: 'board' },
      {
        title: item.title,
        url: uri,
        category: item.category,
        committedPeriod: item.committedPeriod,
        ...(item.severity && { severity: item.severity }),
        ...(item.foundIn && { foundIn: item.foundIn }),
        ...(item.objective && { objective: item.objective }),
      },
    ),
    event('ticket.updated', startedAt, {}, isoInstants({ startedAt })),
    ...closed,
  ];
}
