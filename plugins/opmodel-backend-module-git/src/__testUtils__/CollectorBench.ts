import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type ChangeRecord,
  type DeploymentRecord,
  foldObservations,
  type IntakeEvent,
  type IntakeRecord,
  type StoredObservation,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  type Collector,
  type CollectorEntity,
  type CollectorProgress,
  intakeEventSchema,
  type RepositoryOwnership,
} from '@opmodel/backstage-plugin-opmodel-node';
import { CloneLocks } from '../git/CloneLocks';
import { createGitCollector } from '../GitCollector';
import { readGitSettings } from '../gitSettings';

/** Runs the collector as the engine does, and folds what it emits into records as intake does. */
export class CollectorBench {
  readonly collector: Collector;
  readonly problems: { subject: string; message: string }[] = [];
  readonly saved: JsonValue[] = [];
  /** What the last run told of itself. */
  progress: CollectorProgress = {};
  watermark: JsonValue | undefined;
  entities: CollectorEntity[] = [];
  now: number;
  /** Events of the last run that intake had not had before. */
  fresh: IntakeEvent[] = [];
  /** Teams of people, by address; undefined: nobody wants to know who owns what. */
  teams: Record<string, string[]> | undefined;
  /** What the last run told of owners, by the ref of the entity. */
  readonly ownerships = new Map<string, RepositoryOwnership>();
  /** Called with each batch before it is taken. */
  onEmit: (events: IntakeEvent[]) => void = () => undefined;

  readonly #ledger = new Map<string, IntakeEvent>();

  constructor(options: {
    cacheDirectory: string;
    git?: JsonObject;
    integrations?: JsonObject;
    now: string;
  }) {
    const config = new ConfigReader({
      integrations: options.integrations ?? {},
      opmodel: {
        git: {
          cacheDirectory: options.cacheDirectory,
          history: 'P100Y',
          ...options.git,
        },
      },
    });
    this.now = Date.parse(options.now);
    this.collector = createGitCollector({
      settings: readGitSettings(config),
      integrations: ScmIntegrations.fromConfig(config),
      locks: new CloneLocks(),
      logger: mockServices.logger.mock(),
      clock: () => this.now,
    });
  }

  async run(signal: AbortSignal = new AbortController().signal) {
    const { entities } = this;
    this.fresh = [];
    this.problems.length = 0;
    this.progress = {};
    this.ownerships.clear();
    const { teams } = this;
    await this.collector.collect({
      ownership: teams && {
        teamsOf: async addresses =>
          new Map(
            addresses.flatMap((address): [string, string[]][] =>
              teams[address] ? [[address, teams[address]]] : [],
            ),
          ),
        report: async ownerships =>
          ownerships.forEach(ownership =>
            this.ownerships.set(
              ownership.entityRef,
              structuredClone(ownership),
            ),
          ),
      },
      since: this.watermark,
      signal,
      overlapMs: 0,
      budgetShare: 1,
      async *entities() {
        yield entities;
      },
      emit: async events => {
        this.onEmit(events);
        for (const event of events) {
          intakeEventSchema.parse(event);
          const key = `${event.source} ${event.id}`;
          if (!this.#ledger.has(key)) {
            this.#ledger.set(key, structuredClone(event));
            this.fresh.push(event);
          }
        }
      },
      saveWatermark: async watermark => {
        // As a database would: what is saved is a copy in JSON, and it must satisfy the contract.
        this.watermark = this.collector.watermark.parse(
          JSON.parse(JSON.stringify(watermark)),
        );
        this.saved.push(this.watermark);
      },
      reportProblem: problem => {
        this.problems.push(problem);
      },
      reportResolved: () => undefined,
      reportProgress: progress => {
        this.progress = { ...this.progress, ...progress };
      },
    });
  }

  /** All that was ever emitted, as text. */
  ledgerText(): string {
    return JSON.stringify([...this.#ledger.values()]);
  }

  /** The records of one kind that are not withdrawn, by subject. */
  changes(): Map<string, ChangeRecord> {
    return this.#fold('change') as Map<string, ChangeRecord>;
  }

  deployments(): Map<string, DeploymentRecord> {
    return this.#fold('deployment') as Map<string, DeploymentRecord>;
  }

  #fold(kind: 'change' | 'deployment'): Map<string, IntakeRecord> {
    const bySubject = new Map<string, StoredObservation[]>();
    for (const { id, time, observation } of this.#ledger.values()) {
      if (observation.kind === kind) {
        const known = bySubject.get(observation.subject) ?? [];
        known.push({ id, time: Date.parse(time), observation });
        bySubject.set(observation.subject, known);
      }
    }
    const records = new Map<string, IntakeRecord>();
    for (const [subject, observations] of bySubject) {
      const record = foldObservations(kind, subject, observations);
      if (!record.withdrawn) {
        records.set(subject, record);
      }
    }
    return records;
  }
}
