import { mockServices } from '@backstage/backend-test-utils';
import {
  defaultEnvironmentRules,
  type IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  readWebhookBody,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import type { SnapshotStore } from '../catalog/SnapshotStore';
import { DatabaseIntakeStore } from '../intake/DatabaseIntakeStore';
import { FakeIntakeStore } from '../intake/FakeIntakeStore';
import { IntakeService } from '../intake/IntakeService';
import type { IntakeStore } from '../intake/IntakeStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachStore } from '../testing/eachStore';
import { DatabaseInboxStore } from './DatabaseInboxStore';
import { FakeInboxStore } from './FakeInboxStore';
import { InboxProcessor } from './InboxProcessor';
import { InboxService } from './InboxService';
import type { DeliveryState, InboxStore } from './InboxStore';
import type { WebhookSource } from './WebhookSource';

jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 3, 1);
const shop = 'component:default/shop';

const bodySchema = z.object({
  changes: z.array(z.object({ id: z.string(), mergedAt: z.string() })),
});

/** Reads a list of merged changes. */
const changeReader: WebhookReader = {
  type: 'forge',
  title: 'Forge',
  read: delivery =>
    readWebhookBody(bodySchema, delivery).changes.map(({ id, mergedAt }) => ({
      source: 'forge:forge.example.com',
      id: `change-${id}`,
      time: new Date(delivery.receivedAt).toISOString(),
      observation: {
        kind: 'change',
        subject: id,
        target: { entityRefs: [shop] },
        mergedAt,
      },
    })),
};

function sourceOf(reader: WebhookReader | undefined): WebhookSource {
  return {
    id: 'hub',
    type: 'forge',
    identity: { id: {}, type: {} },
    reader,
    topics: [],
  };
}

interface Backing {
  store: InboxStore;
  intakeStore: IntakeStore;
  snapshot: SnapshotStore;
}

eachStore<Backing>(
  {
    name: 'InboxProcessor',
    fake: () => {
      const snapshot = new FakeCatalogStore();
      return {
        snapshot,
        store: new FakeInboxStore(),
        intakeStore: new FakeIntakeStore(snapshot, ['dora']),
      };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      store: new DatabaseInboxStore(knex),
      intakeStore: new DatabaseIntakeStore(knex, ['dora']),
    }),
  },
  createBacking => {
    let store: InboxStore;
    let intakeStore: IntakeStore;
    let intake: Pick<IntakeService, 'submit'>;
    let now: number;
    let sequence: number;
    const logger = mockServices.logger.mock();

    const processorFor = (
      override: Partial<ConstructorParameters<typeof InboxProcessor>[0]> = {},
    ) =>
      new InboxProcessor({
        store,
        sources: [sourceOf(changeReader)],
        intake,
        logger,
        clock: () => now,
        random: () => 1,
        ...override,
      });
    const process = (
      override?: Partial<ConstructorParameters<typeof InboxProcessor>[0]>,
    ) => processorFor(override).processWaiting(new AbortController().signal);
    const deliverBody = async (body: unknown) => {
      sequence += 1;
      await store.insert({
        source: 'hub',
        key: `delivery-${sequence}`,
        type: 'merged',
        receivedAt: now,
        body: JSON.stringify(body),
      });
    };
    const deliver = async (...ids: string[]) => {
      await deliverBody({
        changes: ids.map(id => ({ id, mergedAt: '2026-03-01T10:00:00Z' })),
      });
    };
    const list = async (state: DeliveryState) =>
      (await store.list({ state, limit: 1000 })).items;
    const reasons = async (state: DeliveryState) =>
      (await list(state)).map(({ reason }) => reason);
    const countEvents = async () => {
      const { applied, unmapped } = await intakeStore.events.count();
      return applied + unmapped;
    };
    /** Intake that fails as long as one of the events is this. */
    const failingFor = (id: string, error: Error) => ({
      submit: jest.fn(
        async (
          events: IntakeEvent[],
          options: { producer: string; now: number },
        ) => {
          if (events.some(event => event.id === `change-${id}`)) {
            throw error;
          }
          return intake.submit(events, options);
        },
      ),
    });

    beforeEach(async () => {
      const backing = await createBacking();
      ({ store, intakeStore } = backing);
      await scanEntities(backing.snapshot, [entityOf(shop)]);
      intake = new IntakeService({
        store: intakeStore,
        environmentRules: defaultEnvironmentRules,
      });
      now = start;
      sequence = 0;
      jest.clearAllMocks();
    });

    it('turns deliveries into events and forgets what they said', async () => {
      const submit = jest.spyOn(intake, 'submit');
      await deliver('1', '2');
      await deliver();
      await deliver('3');
      await process();
      expect(await list('processed')).toMatchObject([
        { events: 1, attempts: 1, processedAt: now },
        { events: 0 },
        { events: 2 },
      ]);
      expect(await countEvents()).toBe(3);
      expect(submit).toHaveBeenCalledTimes(1);
      expect(submit.mock.calls[0][1]).toEqual({ producer: 'webhook:hub', now });
      expect(await list('waiting')).toEqual([]);
    });

    it('sets aside at once what is not as documented, with the path, and goes on', async () => {
      await deliver('1');
      await deliverBody({ changes: [{ id: 7 }] });
      await deliver('2');
      await process();
      expect(await reasons('set_aside')).toEqual([
        'merged is not as documented: changes[0].id: expected string, got number; changes[0].mergedAt: required string',
      ]);
      expect(await list('processed')).toHaveLength(2);
    });

    it('sets aside what intake rejects, with path and message, and keeps the rest', async () => {
      await deliver('1');
      await deliverBody({
        changes: [
          { id: '2', mergedAt: '2026-03-01T10:00:00Z' },
          { id: '3', mergedAt: '2126-03-01T10:00:00Z' },
          { id: '4', mergedAt: 'yesterday' },
        ],
      });
      await process();
      expect(await reasons('set_aside')).toEqual([
        'Intake rejected 2 events, the first of them change-3: observation.mergedAt: expected an instant that is not in the future',
      ]);
      expect(await list('processed')).toHaveLength(1);
      expect(await countEvents()).toBe(2);
    });

    it('sets aside an event whose id was used for something else', async () => {
      await deliver('1');
      await process();
      await deliver('2');
      await process({
        sources: [
          sourceOf({
            ...changeReader,
            read: delivery =>
              changeReader
                .read(delivery)
                .map(event => ({ ...event, id: 'change-1' })),
          }),
        ],
      });
      expect(await reasons('set_aside')).toEqual([
        'Intake rejected the event change-1: id: expected an id of its own, this one was used for something else',
      ]);
      expect(await countEvents()).toBe(1);
    });

    it('keeps what no module reads until one does', async () => {
      await deliver('1');
      await process({ sources: [sourceOf(undefined)] });
      expect(await reasons('set_aside')).toEqual([
        'No installed module reads deliveries of the type forge. Install one, or correct opmodel.intake.sources.hub.type, and replay it',
      ]);
      const service = new InboxService({
        store,
        sources: [sourceOf(changeReader)],
      });
      expect(await service.replay({ source: 'hub', now })).toEqual({
        replayed: 1,
      });
      await process();
      expect(await list('processed')).toMatchObject([{ events: 1 }]);
      expect(await countEvents()).toBe(1);
    });

    it('keeps what came from a source that is configured no more', async () => {
      await deliver('1');
      await process({ sources: [] });
      expect(await reasons('set_aside')).toEqual([
        'The source hub is not configured any more. Configure opmodel.intake.sources.hub and replay it',
      ]);
    });

    it('lets no reader speak for other sources', async () => {
      await deliver('1');
      await process({
        sources: [
          sourceOf({
            ...changeReader,
            read: delivery =>
              changeReader
                .read(delivery)
                .map(event => ({ ...event, source: 'git:forge.example.com' })),
          }),
        ],
      });
      expect(await reasons('set_aside')).toEqual([
        'The reader of forge gave an event of the source git:forge.example.com, which does not start with forge:',
      ]);
      expect(await countEvents()).toBe(0);
    });

    it('lets a source speak for its own repositories alone, and says what to do', async () => {
      await deliver('1');
      const limitedTo = (...repositories: string[]) => ({
        sources: [{ ...sourceOf(changeReader), repositories }],
      });
      await process(limitedTo('forge.example.com.evil.example', 'forge'));
      expect(await reasons('set_aside')).toEqual([
        'The source hub may not speak for forge.example.com. If it should, add it to opmodel.intake.sources.hub.repositories and replay it',
      ]);
      expect(await countEvents()).toBe(0);
      await store.replay({ now });
      await process(limitedTo('other', 'Forge.*.com'));
      expect(await list('processed')).toHaveLength(1);
    });

    it('finds the one that makes a batch fail, and tries it less and less often', async () => {
      await deliver('1');
      await deliver('poison');
      await deliver('2');
      const failing = failingFor('poison', new Error('half \ud800 \0 a text'));
      await process({ intake: failing });
      expect(await list('processed')).toHaveLength(2);
      expect(failing.submit).toHaveBeenCalledTimes(4);
      expect(await list('waiting')).toMatchObject([
        {
          attempts: 1,
          reason: 'Error: half   a text',
          nextAttemptAt: start + 10_000,
        },
      ]);
      const delays = [];
      for (let attempt = 2; attempt <= 12; attempt += 1) {
        const [{ nextAttemptAt }] = await list('waiting');
        delays.push((nextAttemptAt! - now) / 1000);
        now = nextAttemptAt! - 1;
        await process({ intake: failing });
        expect(failing.submit).toHaveBeenCalledTimes(2 + attempt);
        now += 1;
        await process({ intake: failing });
      }
      expect(delays).toEqual([
        10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600,
      ]);
      expect(await list('set_aside')).toEqual([]);
    });

    it('sets aside what has failed for a day, and begins anew when it is replayed', async () => {
      const failing = failingFor('1', new Error('statement timeout'));
      await deliver('1');
      // How long it waited before says nothing.
      now += 3 * day;
      await process({ intake: failing });
      const tried = now;
      for (let waits = true; waits; ) {
        const [next] = await list('waiting');
        waits = next !== undefined;
        now = next?.nextAttemptAt ?? now;
        await process({ intake: failing });
      }
      expect(now - tried).toBeGreaterThanOrEqual(day);
      expect(now - tried).toBeLessThan(day + 60 * 60 * 1000);
      expect(await reasons('set_aside')).toEqual([
        'It was tried 33 times within more than a day, the last time with: Error: statement timeout',
      ]);
      await store.replay({ now });
      await process({ intake: failing });
      expect(await list('waiting')).toMatchObject([{ attempts: 1 }]);
    });

    it('counts only in a row how often the process ended', async () => {
      await deliver('1');
      const failing = failingFor('1', new Error('away'));
      for (let attempt = 0; attempt < 12; attempt += 1) {
        if (attempt === 6) {
          await process({ intake: failing });
          now = (await list('waiting'))[0].nextAttemptAt!;
        }
        await store.claim({
          tried: attempt > 0,
          limit: 1,
          maxBytes: 1_000_000,
          leaseMs: 1,
          now,
        });
        now += 1;
      }
      await process();
      expect(await list('processed')).toMatchObject([{ attempts: 14 }]);
    });

    it('spreads what failed together over the delay', async () => {
      for (let id = 0; id < 5; id += 1) {
        await deliver(`${id}`);
      }
      const numbers = [0.1, 0.25, 0.5, 0.75, 1];
      await process({
        intake: {
          submit: async () => {
            throw new Error('away');
          },
        },
        random: () => numbers.shift()!,
      });
      const waiting = await list('waiting');
      expect(
        waiting.map(({ nextAttemptAt }) => nextAttemptAt! - start).reverse(),
      ).toEqual([1000, 2500, 5000, 7500, 10_000]);
    });

    it('retries when a reader fails in a way it does not declare', async () => {
      await deliver('1');
      await process({
        sources: [
          sourceOf({
            ...changeReader,
            read: () => {
              throw new TypeError('x is undefined');
            },
          }),
        ],
      });
      expect(await reasons('waiting')).toEqual(['TypeError: x is undefined']);
    });

    it('takes over what a process that died had begun, and one by one', async () => {
      await deliver('1');
      await deliver('2');
      await store.claim({
        tried: false,
        limit: 100,
        maxBytes: 1_000_000,
        leaseMs: 15_000,
        now,
      });
      const submit = jest.spyOn(intake, 'submit');
      now = start + 14_999;
      await process();
      expect(await list('processed')).toEqual([]);
      now = start + 15_000;
      await process();
      expect(await list('processed')).toMatchObject([
        { attempts: 2 },
        { attempts: 2 },
      ]);
      expect(submit).toHaveBeenCalledTimes(2);
    });

    it('sets aside what has ended the process eight times', async () => {
      await deliver('1');
      for (let attempt = 0; attempt < 8; attempt += 1) {
        expect(
          await store.claim({
            tried: attempt > 0,
            limit: 1,
            maxBytes: 1_000_000,
            leaseMs: 1,
            now,
          }),
        ).toHaveLength(1);
        now += 1;
      }
      await process();
      expect(await reasons('set_aside')).toEqual([
        'Processing it was begun 8 times and never came to an end, as when the process dies of it',
      ]);
    });

    it('works beside others, and every delivery is read once', async () => {
      const read = jest.spyOn(changeReader, 'read');
      for (let id = 0; id < 150; id += 1) {
        await deliver(`${id}`);
      }
      await Promise.all([process(), process(), process()]);
      expect(read).toHaveBeenCalledTimes(150);
      read.mockRestore();
      expect(await list('processed')).toHaveLength(150);
      expect(await countEvents()).toBe(150);
    });

    it('counts no attempt when the claim itself fails', async () => {
      await deliver('1');
      const claim = jest
        .spyOn(store, 'claim')
        .mockRejectedValueOnce(new Error('no connection'));
      await expect(process()).rejects.toThrow('no connection');
      claim.mockRestore();
      await process();
      expect(await list('processed')).toMatchObject([{ attempts: 1 }]);
    });

    it('does again what it could not note, and nothing twice', async () => {
      await deliver('1');
      const settle = jest
        .spyOn(store, 'settle')
        .mockResolvedValueOnce()
        .mockRejectedValueOnce(new Error('no connection'));
      await expect(process()).rejects.toThrow('no connection');
      settle.mockRestore();
      expect(await countEvents()).toBe(1);
      await process();
      expect(await list('processed')).toEqual([]);
      now += 15_000;
      await process();
      expect(await list('processed')).toMatchObject([
        { attempts: 2, events: 1 },
      ]);
      expect(await countEvents()).toBe(1);
    });

    it('keeps its lease as long as it works', async () => {
      await deliver('1');
      const slow = {
        submit: async (
          events: IntakeEvent[],
          options: { producer: string; now: number },
        ) => {
          await sleep(600);
          return intake.submit(events, options);
        },
      };
      const patient = {
        clock: Date.now,
        leaseMs: 250,
        heartbeatMs: 50,
        intake: slow,
      };
      const working = process(patient);
      await sleep(400);
      const hasty = jest.spyOn(intake, 'submit');
      await process({ clock: Date.now });
      expect(hasty).not.toHaveBeenCalled();
      await working;
      expect(await list('processed')).toMatchObject([{ attempts: 1 }]);
    });

    it('leaves the rest to others when it has lost its lease', async () => {
      for (let id = 0; id < 3; id += 1) {
        await deliver(`${id}`);
      }
      jest.spyOn(store, 'extend').mockRejectedValue(new Error('away'));
      const submit = jest.fn(async () => {
        now += 10_000;
        throw new Error('away');
      });
      const controller = new AbortController();
      const processor = processorFor({
        intake: { submit },
        random: () => 0.5,
      });
      submit.mockImplementationOnce(async () => {
        controller.abort();
        now += 10_000;
        throw new Error('away');
      });
      await processor.processWaiting(controller.signal);
      // The batch, and one of it; then the 15 s were over.
      expect(submit).toHaveBeenCalledTimes(2);
      expect(await reasons('waiting')).toEqual([null, null, 'Error: away']);
      now += 15_000;
      await process();
      expect(await list('processed')).toHaveLength(3);
    });

    it('gives intake no more events at once than it takes', async () => {
      const submit = jest.spyOn(intake, 'submit');
      const ids = (from: number, count: number) =>
        Array.from({ length: count }, (_, at) => `${from + at}`);
      await deliver(...ids(0, 600));
      await deliver(...ids(600, 500));
      await deliver(...ids(1100, 1200));
      await process();
      expect(submit.mock.calls.map(([events]) => events.length)).toEqual([
        600, 500, 1000, 200,
      ]);
      expect((await list('processed')).map(({ events }) => events)).toEqual([
        1200, 500, 600,
      ]);
      expect(await countEvents()).toBe(2300);
    });

    it('stops between two claims when it is told to', async () => {
      await deliver('1');
      const controller = new AbortController();
      controller.abort();
      await processorFor().processWaiting(controller.signal);
      expect(await list('waiting')).toMatchObject([{ attempts: 0 }]);
    });
  },
);
