import { z } from 'zod';
import { identifierSchema, instantSchema } from '../valueSchemas';
import { readWebhookBody } from './WebhookContractError';
import type { WebhookReader } from './WebhookReader';
import { webhookReaderContract } from './webhookReaderContract';

const bodySchema = z.object({
  build: z.object({ id: identifierSchema, at: instantSchema }),
});

const good: WebhookReader = {
  type: 'example-builds',
  title: 'Builds of the example',
  topics: ['exampleBuilds.build:finished'],
  read(delivery) {
    const { build } = readWebhookBody(bodySchema, delivery);
    return [
      {
        source: 'example-builds:builds.example.com',
        id: build.id,
        time: build.at,
        observation: {
          kind: 'deployment',
          subject: build.id,
          target: { entityRefs: ['component:default/shop'] },
          finishedAt: build.at,
        },
      },
    ];
  },
};

const deliveries = [
  {
    type: 'build:finished',
    body: { build: { id: '1', at: '2026-03-01T10:00:00Z' }, jobs: [{ id: 1 }] },
    receivedAt: Date.parse('2026-03-01T10:00:01Z'),
  },
];

const [shape, gives, repeats, refuses] = webhookReaderContract;

type Read = WebhookReader['read'];
const withEvent =
  (override: object): Read =>
  delivery =>
    good.read(delivery).map(event => ({ ...event, ...override }));

describe('webhookReaderContract', () => {
  it.each(webhookReaderContract)('$name', ({ check }) => {
    expect(() => check({ reader: good, deliveries })).not.toThrow();
  });

  it.each([
    [shape, { type: 'Example Builds' }, 'not in kebab-case'],
    [shape, { title: ' ' }, 'title is empty'],
    [shape, { topics: ['builds'] }, 'does not end in a dot and a type'],
    [gives, { read: () => [] }, 'none of the deliveries says anything'],
    [gives, { read: withEvent({ time: 'noon' }) }, 'time: expected date-time'],
    [
      gives,
      { read: withEvent({ source: 'builds.example.com' }) },
      'does not start with example-builds:',
    ],
    [
      repeats,
      {
        read: (delivery =>
          withEvent({ id: `${delivery.receivedAt}` })(delivery)) as Read,
      },
      'depends on when its delivery arrived',
    ],
    [
      refuses,
      {
        read: (delivery => {
          const { build } = delivery.body as any;
          return withEvent({ id: build.id.trim() })(delivery);
        }) as Read,
      },
      'a body with another value makes it fail with "TypeError',
    ],
    [
      refuses,
      {
        read: (delivery => {
          const events = good.read(delivery);
          return (delivery.body as any).jobs.length > 0 ? events : [];
        }) as Read,
      },
      'a body with another jobs makes it fail',
    ],
  ] as [typeof shape, Partial<WebhookReader>, string][])(
    'finds a breach (%#)',
    ({ check }, override, breach) => {
      expect(() =>
        check({ reader: { ...good, ...override }, deliveries }),
      ).toThrow(breach);
    },
  );
});
