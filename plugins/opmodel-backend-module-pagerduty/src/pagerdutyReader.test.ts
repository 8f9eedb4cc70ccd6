import {
  foldIncident,
  type IncidentObservation,
  type IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  intakeEventSchema,
  webhookReaderContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import fc from 'fast-check';
import { pagerdutyReader } from './pagerdutyReader';

const person = {
  html_url: 'https://acme.pagerduty.com/users/PSOMEBODY',
  id: 'PSOMEBODY',
  self: 'https://api.pagerduty.com/users/PSOMEBODY',
  summary: 'somebody',
  type: 'user_reference',
};

/** A body in the shape that PagerDuty documents for its V3 webhooks. */
function delivery(
  type: string,
  occurredAt: string,
  incident: object = {},
): any {
  return {
    event: {
      id: '01D3NPB0KYNC9XDDNP47UN2NMC',
      event_type: type,
      resource_type: 'incident',
      occurred_at: occurredAt,
      agent: person,
      client: { name: 'PagerDuty' },
      data: {
        id: 'PGR0VU2',
        type: 'incident',
        self: 'https://api.pagerduty.com/incidents/PGR0VU2',
        html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
        number: 2,
        status: 'triggered',
        incident_key: 'd3640fbd41094207a1c11e58e46b1662',
        created_at: '2026-03-01T10:00:00Z',
        title: 'Checkout is slow',
        service: {
          html_url: 'https://acme.pagerduty.com/services/PF9KMXH',
          id: 'PF9KMXH',
          summary: 'Checkout',
          type: 'service_reference',
        },
        assignees: [person],
        escalation_policy: { id: 'PUS0KTE', summary: 'Default' },
        teams: [{ id: 'PFCVPS0', summary: 'Engineering' }],
        priority: { id: 'PSO75BM', summary: 'P1', type: 'priority_reference' },
        urgency: 'high',
        resolve_reason: null,
        ...incident,
      },
    },
  };
}

const readBody = (body: unknown) =>
  pagerdutyReader.read({ type: undefined, body, receivedAt: 0 });

const read = (...given: Parameters<typeof delivery>) =>
  readBody(delivery(...given));

const fold = (events: IntakeEvent[]) =>
  foldIncident(
    'PGR0VU2',
    events.map(({ id, time, observation }) => ({
      id,
      time: Date.parse(time),
      observation: observation as IncidentObservation,
    })),
  );

describe('an incident', () => {
  it('is triggered', () => {
    expect(read('incident.triggered', '2026-03-01T10:00:01.169Z')).toEqual([
      {
        source: 'pagerduty:acme.pagerduty.com',
        id: 'incident:PGR0VU2:incident.triggered:2026-03-01T10:00:01.169Z',
        time: '2026-03-01T10:00:01.169Z',
        observation: {
          kind: 'incident',
          subject: 'PGR0VU2',
          target: {
            links: [{ system: 'pagerduty-service', externalId: 'PF9KMXH' }],
          },
          withdrawn: false,
          title: 'Checkout is slow',
          url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
          severity: 'sev1',
          detectedAt: '2026-03-01T10:00:00.000Z',
          resolvedAt: null,
        },
      },
    ]);
  });

  it.each([
    ['acknowledged', { acknowledgedAt: '2026-03-01T10:05:00.000Z' }],
    ['resolved', { resolvedAt: '2026-03-01T10:05:00.000Z', withdrawn: false }],
    ['reopened', { resolvedAt: null, withdrawn: false }],
  ])('is %s', (step, fields) => {
    const [{ observation }] = read(`incident.${step}`, '2026-03-01T10:05:00Z');
    expect(observation).toMatchObject(fields);
  });

  it.each([
    'delegated',
    'escalated',
    'priority_updated',
    'reassigned',
    'service_updated',
    'unacknowledged',
  ])('is known, and takes no step, when it is %s', step => {
    const [{ observation }] = read(`incident.${step}`, '2026-03-01T10:05:00Z');
    expect(observation).toEqual({
      kind: 'incident',
      subject: 'PGR0VU2',
      target: expect.anything(),
      title: 'Checkout is slow',
      url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
      severity: 'sev1',
      detectedAt: '2026-03-01T10:00:00.000Z',
    });
  });

  it('is none of its own once it is merged into another', () => {
    const [{ observation }] = read(
      'incident.resolved',
      '2026-03-01T10:05:00Z',
      { resolve_reason: { type: 'merge_resolve_reason', incident: {} } },
    );
    expect(observation.withdrawn).toBe(true);
  });

  it.each([
    [{ priority: { summary: 'P1' } }, 'sev1'],
    [{ priority: { summary: 'P5' } }, 'sev5'],
    [{ priority: { summary: 'SEV-2' } }, 'sev2'],
    [{ priority: { summary: 'High' } }, 'sev2'],
    // Where there is a P0, a P1 may be its second or its first: that is the organisation's own scale.
    [{ priority: { summary: 'P0' } }, null],
    [{ priority: { summary: 'Whenever' } }, null],
    // Urgency says how people are called, not how bad it is.
    [{ priority: null, urgency: 'high' }, null],
    [{ priority: undefined, urgency: 'low' }, null],
  ])('has the severity of its priority: %j', (incident, severity) => {
    expect(
      fold(read('incident.triggered', '2026-03-01T10:00:01Z', incident))
        .severity,
    ).toBe(severity);
  });

  it('comes to one record, in whatever order and however often', () => {
    const p3 = { priority: { summary: 'P3' } };
    const course = [
      read('incident.triggered', '2026-03-01T10:00:00Z', { priority: null }),
      read('incident.priority_updated', '2026-03-01T10:01:00Z', p3),
      read('incident.acknowledged', '2026-03-01T10:02:00Z', p3),
      read('incident.priority_updated', '2026-03-01T10:03:00Z'),
      read('incident.resolved', '2026-03-01T10:30:00Z'),
      read('incident.reopened', '2026-03-01T10:40:00Z'),
      read('incident.resolved', '2026-03-01T11:00:00Z'),
    ];
    const expected = fold(course.flat());
    expect(expected).toMatchObject({
      detectedAt: Date.parse('2026-03-01T10:00:00Z'),
      acknowledgedAt: Date.parse('2026-03-01T10:02:00Z'),
      resolvedAt: Date.parse('2026-03-01T11:00:00Z'),
      severity: 'sev1',
      severityChanges: [
        { at: Date.parse('2026-03-01T10:01:00Z'), severity: 'sev3' },
        { at: Date.parse('2026-03-01T10:03:00Z'), severity: 'sev1' },
      ],
      causeClass: null,
      startedAt: null,
    });
    expect(fold(course.slice(0, 6).flat()).resolvedAt).toBeNull();
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

describe('every delivery', () => {
  const deliveries = ['triggered', 'acknowledged', 'resolved'].map(step => ({
    type: `incident.${step}`,
    body: delivery(`incident.${step}`, '2026-03-01T10:05:00Z'),
    receivedAt: 0,
  }));

  it.each(webhookReaderContract)('$name', ({ check }) => {
    expect(() => check({ reader: pagerdutyReader, deliveries })).not.toThrow();
  });

  it('comes to a valid event that names nobody', () => {
    const [event] = read('incident.resolved', '2026-03-01T10:05:00Z');
    expect(checkContract(intakeEventSchema, event).success).toBe(true);
    expect(JSON.stringify(event)).not.toMatch(/somebody/i);
  });

  it.each([
    ['incident.annotated', { type: 'incident_note', content: 'somebody' }],
    ['incident.responder.added', { type: 'incident_responder' }],
    ['incident.status_update_published', { type: 'incident_status_update' }],
    ['service.updated', { type: 'service', id: 'PF9KMXH' }],
    ['pagey.ping', { type: 'ping', message: 'Hello' }],
    ['pagey.ping', null],
  ])('of the type %s is left alone', (type, data) => {
    const body = delivery(type, '2026-03-01T10:05:00Z');
    expect(readBody({ event: { ...body.event, data } })).toEqual([]);
  });

  it.each([
    [undefined, 'required object'],
    [{}, 'event: required object'],
    [
      delivery('incident.triggered', '2026-03-01T10:00:00Z', { service: null }),
      'event.data.service: expected object, got null',
    ],
    [
      delivery('incident.triggered', '2026-03-01T10:00:00Z', {
        html_url: '/1',
      }),
      'event.data.html_url: expected http or https URL',
    ],
    [
      delivery('incident.triggered', 'now'),
      'event.occurred_at: expected date-time',
    ],
  ])('that is not as documented is set aside (%#)', (body, reason) => {
    expect(() => readBody(body)).toThrow(reason);
  });
});
