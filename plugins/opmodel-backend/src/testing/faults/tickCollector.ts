import type { Collector } from '@opmodel/backstage-plugin-opmodel-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** How long one run takes. Milliseconds. */
const RUN = 1_500;

/** A collector that counts its runs: each reads the number of the one before, takes a while, and deploys the next number. */
export function createTickCollector(): Collector {
  return {
    id: 'tick',
    title: 'Ticks',
    annotations: ['example.com/tick'],
    schedule: {
      frequency: { seconds: 2 },
      timeout: { minutes: 30 },
      scope: 'global',
    },
    watermark: z.number(),
    async collect({ since, signal, entities, emit, saveWatermark }) {
      const next = Number(since ?? 0) + 1;
      for await (const page of entities()) {
        await sleep(RUN, undefined, { signal });
        const at = new Date().toISOString();
        await emit(
          page.map(({ entityRef }) => ({
            source: 'tick:clock',
            id: `${entityRef}-${next}`,
            time: at,
            observation: {
              kind: 'deployment' as const,
              subject: `${entityRef}-${next}`,
              target: { entityRefs: [entityRef] },
              environment: 'production',
              finishedAt: at,
            },
          })),
        );
      }
      await saveWatermark(next);
    },
  };
}
