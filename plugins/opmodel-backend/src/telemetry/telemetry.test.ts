import { mockServices } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import type { Collector } from '@opmodel/backstage-plugin-opmodel-node';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { FakeIntakeStore } from '../intake/FakeIntakeStore';
import { EngineTelemetry } from './EngineTelemetry';
import { FakeMetrics } from './FakeMetrics';
import { measureCollector } from './measureCollector';
import { MeasuredIntakeService } from './MeasuredIntakeService';
import { observeEngine, type EngineReading } from './observeEngine';
import { readEngine } from './readEngine';

function createTelemetry() {
  const metrics = new FakeMetrics();
  const tracing = tracingServiceMock.mock();
  const telemetry = new EngineTelemetry({ metrics, tracing });
  const spans = () =>
    tracing.startActiveSpan.mock.calls.map(([name, options]) => [
      name,
      (options as { attributes?: object }).attributes,
    ]);
  return { metrics, telemetry, spans };
}

const reading: EngineReading = {
  inboxWaiting: 3,
  inboxSetAside: 1,
  recalculationsWaiting: 4,
  snapshotAge: 12.5,
  snapshotEntities: 99,
};

describe('telemetry', () => {
  it('counts outcomes by kind of producer, never by name', () => {
    const { metrics, telemetry } = createTelemetry();
    const outcome = (status: IntakeOutcome['status']): IntakeOutcome => ({
      source: 's',
      id: 'i',
      status,
    });
    const statuses = ['accepted', 'rejected', 'accepted'] as const;
    for (const producer of [
      'collector:git',
      'webhook:hub',
      'user:default/ann',
      'external:ci',
    ]) {
      telemetry.countOutcomes(statuses.map(outcome), producer);
    }
    expect(
      metrics.measurements.map(({ name, value, attributes }) => [
        name,
        value,
        ...Object.values(attributes),
      ]),
    ).toEqual(
      ['collector', 'webhook', 'user', 'service'].flatMap(kind => [
        ['opmodel.intake.events', 2, 'accepted', kind],
        ['opmodel.intake.events', 1, 'rejected', kind],
      ]),
    );
  });

  it('measures a batch, with a span around it', async () => {
    const { metrics, telemetry, spans } = createTelemetry();
    const store = new FakeIntakeStore(new FakeCatalogStore(), []);
    const intake = new MeasuredIntakeService({
      store,
      environmentRules: [],
      telemetry,
    });
    const [outcome] = await intake.submit(
      [
        {
          source: 'git:shop',
          id: '1',
          time: '2026-03-01T10:00:00Z',
          observation: { kind: 'change', subject: '1', target: {} },
        },
      ],
      { producer: 'collector:git', now: Date.parse('2026-03-02T00:00:00Z') },
    );
    expect(outcome.status).toBe('unmapped');
    expect(metrics.measurements).toEqual([
      {
        name: 'opmodel.intake.batch.duration',
        value: expect.any(Number),
        attributes: { 'opmodel.producer.kind': 'collector' },
      },
    ]);
    expect(metrics.measurements[0].value).toBeLessThan(5);
    expect(spans()).toEqual([
      [
        'opmodel.intake.submit',
        {
          'opmodel.producer.kind': 'collector',
          'opmodel.intake.batch.size': 1,
        },
      ],
    ]);
  });

  it('measures what fails as well, and lets it fail', async () => {
    const { metrics, telemetry } = createTelemetry();
    const error = new TypeError('no');
    await expect(
      telemetry.measureScan(async () => {
        throw error;
      }),
    ).rejects.toBe(error);
    await telemetry.measureRecalculationsOf('dora')(async () => {});
    expect(
      metrics.measurements.map(({ name, attributes }) => [name, attributes]),
    ).toEqual([
      ['opmodel.snapshot.scan.duration', { 'error.type': 'TypeError' }],
      ['opmodel.recalculation.duration', { 'opmodel.subject.id': 'dora' }],
    ]);
  });

  it('measures the runs of a collector of any making', async () => {
    class GitCollector {
      readonly #secret = 'x';
      id = 'git';
      collected: unknown[] = [];
      get title() {
        return 'Git';
      }
      async collect(context: unknown) {
        this.collected.push([this.#secret, context]);
      }
    }
    const { metrics, telemetry } = createTelemetry();
    const original = new GitCollector();
    const measured = measureCollector(
      original as unknown as Collector,
      telemetry.measureRunsOf('git'),
    );
    await measured.collect('context' as any);
    expect([measured.id, measured.title]).toEqual(['git', 'Git']);
    expect(original.collected).toEqual([['x', 'context']]);
    expect(metrics.measurements).toMatchObject([
      {
        name: 'opmodel.collector.run.duration',
        attributes: { 'opmodel.collector.id': 'git' },
      },
    ]);
  });

  it('reads the state of the engine once a collection, and only then', async () => {
    const metrics = new FakeMetrics();
    const read = jest.fn(async () => reading);
    observeEngine({ metrics, read, logger: mockServices.logger.mock() });
    expect(read).not.toHaveBeenCalled();
    expect(await metrics.collect()).toEqual({
      'opmodel.inbox.waiting': 3,
      'opmodel.inbox.set_aside': 1,
      'opmodel.recalculations.waiting': 4,
      'opmodel.snapshot.age': 12.5,
      'opmodel.snapshot.entities': 99,
    });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('observes nothing where nothing is known or can be read', async () => {
    const metrics = new FakeMetrics();
    const logger = mockServices.logger.mock();
    observeEngine({
      metrics,
      logger,
      read: async () => ({ ...reading, snapshotAge: null }),
    });
    expect(Object.keys(await metrics.collect())).not.toContain(
      'opmodel.snapshot.age',
    );

    const failing = new FakeMetrics();
    observeEngine({
      metrics: failing,
      logger,
      read: async () => {
        throw new Error('the database is away');
      },
    });
    expect(await failing.collect()).toEqual({});
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('tells no age before the first complete scan', async () => {
    const now = Date.parse('2026-03-01T12:00:00Z');
    const read = (completedAt?: number) =>
      readEngine({
        catalog: {
          snapshotState: async () => ({ completedAt, entities: 9, scans: [] }),
        },
        inbox: {
          summarize: async () => ({
            waiting: 3,
            setAside: 1,
            processedLastDay: 0,
            oldestWaitingAt: null,
            lastReceivedAt: null,
            sources: [],
          }),
        },
        recalculations: {
          countWaiting: async subjects => subjects.length,
        },
        subjects: ['dora'],
        now,
      });
    expect(await read(now - 2_500)).toEqual({
      inboxWaiting: 3,
      inboxSetAside: 1,
      recalculationsWaiting: 1,
      snapshotAge: 2.5,
      snapshotEntities: 9,
    });
    expect((await read()).snapshotAge).toBe(null);
  });

  it('lists every metric in the operations page, with its unit', () => {
    const { metrics } = createTelemetry();
    observeEngine({
      metrics,
      read: async () => reading,
      logger: mockServices.logger.mock(),
    });
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/operations.md'),
      'utf8',
    );
    const listed = [
      ...page.matchAll(/^\| `(opmodel\.[a-z._]+)` *\| [a-z]+ *\| `([^`]+)`/gm),
    ];
    expect(
      Object.fromEntries(listed.map(([, name, unit]) => [name, unit])),
    ).toEqual(
      Object.fromEntries(
        [...metrics.instruments].map(([name, { unit }]) => [name, unit]),
      ),
    );
  });
});
