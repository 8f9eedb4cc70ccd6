import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import { z } from 'zod';
import type { Collector } from './Collector';
import { collectorContract } from './collectorContract';

const entities = [
  {
    entityRef: 'component:default/shop',
    kind: 'component',
    annotations: { 'example.com/builds': 'shop' },
  },
];

function event(id: string): IntakeEvent {
  return {
    source: 'example-builds:builds.example.com',
    id,
    time: '2026-03-01T10:00:00Z',
    observation: {
      kind: 'deployment',
      subject: id,
      target: { entityRefs: [entities[0].entityRef] },
      finishedAt: '2026-03-01T10:00:00Z',
      result: 'success',
    },
  };
}

const good: Collector = {
  id: 'example-builds',
  title: 'Builds of the example',
  annotations: ['example.com/builds'],
  schedule: { frequency: { hours: 1 }, timeout: { minutes: 5 } },
  watermark: z.object({ last: z.number() }),
  async collect({ since, signal, entities: pages, emit, saveWatermark }) {
    for await (const page of pages()) {
      signal.throwIfAborted();
      if (!since) {
        await emit(page.map(() => event('1')));
      }
      await saveWatermark({ last: 1 });
    }
  },
};

const [
  shape,
  emits,
  repeats,
  resumes,
  advances,
  refused,
  stopped,
  tells,
  stops,
] = collectorContract;

describe('collectorContract', () => {
  it.each(collectorContract)('$name', async ({ check }) => {
    await expect(check({ collector: good, entities })).resolves.toBeUndefined();
  });

  it.each([
    [shape, { id: 'Example Builds' }, 'not in kebab-case'],
    [shape, { title: ' ' }, 'title is empty'],
    [shape, { annotations: [] }, 'names no annotation'],
    [emits, { collect: async () => {} }, 'emitted nothing'],
    [
      emits,
      {
        collect: async ({ emit }) =>
          emit(Array.from({ length: 1001 }, (_, i) => event(`${i}`))),
      },
      'holds 1001 events',
    ],
    [
      emits,
      { collect: async ({ emit }) => emit([{ ...event('1'), time: 'noon' }]) },
      'time: expected date-time',
    ],
    [
      emits,
      {
        collect: async ({ emit }) =>
          emit([{ ...event('1'), source: 'builds.example.com' }]),
      },
      'does not start with example-builds:',
    ],
    [
      repeats,
      {
        collect: async ({ emit }) =>
          emit([event('1'), { ...event('1'), time: '2026-03-02T10:00:00Z' }]),
      },
      'two contents',
    ],
    [
      repeats,
      { collect: async ({ emit }) => emit([event(`${Math.random()}`)]) },
      'differs between two runs',
    ],
    [
      resumes,
      { collect: async ({ emit }) => emit([event('1')]) },
      'saved no watermark',
    ],
    [
      resumes,
      { collect: async ({ saveWatermark }) => saveWatermark('yesterday') },
      'does not meet its own contract',
    ],
    [
      resumes,
      {
        collect: async ({ since, emit, saveWatermark }) => {
          await emit([event(since ? '2' : '1')]);
          await saveWatermark({ last: 1 });
        },
      },
      'nothing had changed',
    ],
    [
      advances,
      {
        collect: async ({ saveWatermark }) => {
          await saveWatermark('begun');
          await saveWatermark({ last: 1 });
        },
      },
      'saved on the way does not meet its own contract',
    ],
    [
      advances,
      {
        compareWatermarks: (a: any, b: any) => a.last - b.last,
        collect: async ({ saveWatermark }) => {
          await saveWatermark({ last: 2 });
          await saveWatermark({ last: 1 });
        },
      },
      'lies before the one that it saved before',
    ],
    [
      refused,
      {
        collect: async ({ since, emit, saveWatermark }) => {
          if (!since) {
            await saveWatermark({ last: 1 });
            await emit([event('1')]);
          }
        },
      },
      'intake refused events at batch 1, and the next run did not make up for the event ["example-builds:builds.example.com","1"]',
    ],
    [
      stopped,
      {
        collect: async ({ since, emit, saveWatermark }) => {
          if (!since) {
            await saveWatermark({ last: 1 });
            await emit([event('1')]);
            await emit([event('2')]);
          }
        },
      },
      'the backend stopped at batch 1, and the next run did not make up for the event ["example-builds:builds.example.com","2"]',
    ],
    [
      tells,
      {
        collect: async ({ reportProgress }) =>
          reportProgress({ completeUntil: 4e12 }),
      },
      'no instant of the past',
    ],
    [
      tells,
      {
        collect: async ({ reportProgress }) => reportProgress({ requests: -1 }),
      },
      'made -1 requests',
    ],
    [
      tells,
      {
        collect: async ({ reportProgress }) =>
          reportProgress({
            budget: { limit: null, remaining: -1, resetAt: null },
          }),
      },
      'its budget is',
    ],
    [
      stops,
      { collect: async ({ emit }) => emit([event('1')]) },
      'emitted 1 events all the same',
    ],
    [
      stops,
      {
        collect: async () => {
          throw new Error('lost');
        },
      },
      'instead of stopping',
    ],
  ] as [typeof shape, Partial<Collector>, string][])(
    'finds a breach (%#)',
    async ({ check }, override, breach) => {
      await expect(
        check({ collector: { ...good, ...override }, entities }),
      ).rejects.toThrow(breach);
    },
  );
});
