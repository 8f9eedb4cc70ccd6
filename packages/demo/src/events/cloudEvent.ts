/** Structured CloudEvent with a CDEvent as payload. */
export interface CloudEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  /** ISO 8601, UTC. */
  time: string;
  subject: string;
  datacontenttype: 'application/json';
  data: CdEvent;
}

/** The parts of a CDEvent, in the shape of either generation. */
export interface CdEvent {
  context: Record<string, string>;
  subject: {
    id: string;
    type?: string;
    content: Record<string, unknown>;
  };
  customData?: Record<string, unknown>;
  customDataContentType?: string;
}

/** Generation of CDEvents: the last release of each is spoken. */
export type Generation = '0.4' | '0.5';

/** Version of each event type by generation. */
const EVENT_VERSIONS = {
  'service.deployed': { '0.4': '0.2.0', '0.5': '0.3.0' },
  'service.upgraded': { '0.4': '0.2.0', '0.5': '0.3.0' },
  'service.rolledback': { '0.4': '0.2.0', '0.5': '0.3.0' },
  'change.created': { '0.4': '0.3.0', '0.5': '0.4.0' },
  'change.reviewed': { '0.4': '0.2.0', '0.5': '0.3.0' },
  'change.merged': { '0.4': '0.2.0', '0.5': '0.3.0' },
  'change.abandoned': { '0.4': '0.2.0', '0.5': '0.3.0' },
  'environment.created': { '0.4': '0.2.0', '0.5': '0.3.0' },
  'incident.detected': { '0.4': '0.2.0', '0.5': '0.3.0' },
  'pipelinerun.finished': { '0.4': '0.2.0', '0.5': '0.3.0' },
  'ticket.created': { '0.4': '0.1.0', '0.5': '0.2.0' },
  'ticket.updated': { '0.4': '0.1.0', '0.5': '0.2.0' },
  'ticket.closed': { '0.4': '0.1.0', '0.5': '0.2.0' },
} as const;

/** The CDEvents that the demo organisation sends, as subject and predicate. */
export type CdEventType = keyof typeof EVENT_VERSIONS;

/** What distinguishes one event from another. */
export interface EventParts {
  generation: Generation;
  type: CdEventType;
  id: string;
  source: string;
  /** Epoch milliseconds. */
  time: number;
  subjectId: string;
  content: Record<string, unknown>;
  customData: Record<string, unknown>;
}

/** Writes a CDEvent of the wanted generation and wraps it into a CloudEvent of the same identity. */
export function cloudEvent(parts: EventParts): CloudEvent {
  const { generation, id, source, subjectId, content, customData } = parts;
  const type = `dev.cdevents.${parts.type}.${
    EVENT_VERSIONS[parts.type][generation]
  }`;
  const time = new Date(parts.time).toISOString();
  const context = { id, source, type, timestamp: time };
  const data: CdEvent =
    generation === '0.5'
      ? {
          context: { specversion: '0.5.1', ...context },
          subject: { id: subjectId, content },
        }
      : {
          context: { version: '0.4.1', ...context },
          subject: {
            id: subjectId,
            type: parts.type.split('.')[0],
            content,
          },
        };
  return {
    specversion: '1.0',
    id,
    source,
    type,
    time,
    subject: subjectId,
    datacontenttype: 'application/json',
    data: {
      ...data,
      customData,
      customDataContentType: 'application/json',
    },
  };
}
