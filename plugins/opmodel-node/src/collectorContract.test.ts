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

const [shape, emits, repeats, resumes, stops] = collectorContract;

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
