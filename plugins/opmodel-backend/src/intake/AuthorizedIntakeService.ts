import type {
  AuditorService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  opmodelEventCreatePermission,
  opmodelHealthReadPermission,
  type IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import uniqBy from 'lodash/uniqBy';
import type { ProducerGrant } from '../producers/ProducerGrant';
import type { ProducerGrants } from '../producers/ProducerGrants';
import { requirePermission } from '../lib/requirePermission';
import { auditOutcomes, findRefused } from './auditedOutcomes';
import type { LedgerEntry, SubjectKey, UnmappedSummary } from './EventStore';
import type { IntakeService } from './IntakeService';
import { DebtScanIntake } from './DebtScanIntake';
import type {
  DebtScanFormat,
  DebtScanPort,
  DebtScanReading,
} from './DebtScanPort';
import { EntityFactIntake } from './EntityFactIntake';
import type { EntityFactPort } from './EntityFactPort';
import { MeasurementIntake } from './MeasurementIntake';
import type { MeasurementPort } from './MeasurementPort';
import type { OutcomeListener } from './OutcomeListener';
import { readDebtScan } from './readDebtScan';
import { type ReadEvent, rejectForErrors, type TakenItems } from './ReadEvent';
import { isEvent, type ReadItem } from './ReadItem';
import { ReservedSources } from './ReservedSources';
import { identifyStatements } from './statementIds';

/** Who may deliver: people and services, never nobody. */
export type ProducerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** The name of whoever delivers, as the ledger keeps it. */
function producerOf(credentials: ProducerCredentials): string {
  const { principal } = credentials;
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}

/** What the reader of a request's body may need to know beside it. */
export interface IntakeDefaults {
  /** Source of what states none. */
  source: string;
  /** Epoch milliseconds. */
  now: number;
  /** The source of what a request's path names one for, such as `devlake:1`. */
  sourceOf(name: string): string;
  /** Whether the producer speaks for its repository: what names nobody concerns the entities of that. */
  ofRepository: boolean;
  /** All that was said before about subjects. */
  listStatements(subjects: SubjectKey[]): Promise<LedgerEntry[]>;
}

/** The outcome with the id and the paths that the sender knows. One field may stand at several places of an event. */
function answerInTermsOf(
  { statedId, pathOf }: Extract<ReadEvent, { event: unknown }>,
  outcome: IntakeOutcome,
): IntakeOutcome {
  const { id, errors } = outcome;
  return {
    ...outcome,
    id: statedId ?? id,
    ...(errors && {
      errors: uniqBy(
        errors.map(error => ({ ...error, path: pathOf(error.path) })),
        'path',
      ),
    }),
  };
}

/** Outcomes in the order in which the items were sent. */
function inOrderOf(
  items: readonly ReadItem[],
  outcomes: Record<
    'events' | 'measurements' | 'entityFacts',
    readonly IntakeOutcome[]
  >,
): IntakeOutcome[] {
  const events = outcomes.events.values();
  const measurements = outcomes.measurements.values();
  const entityFacts = outcomes.entityFacts.values();
  return items.map(item => {
    if (isEvent(item)) {
      return events.next().value as IntakeOutcome;
    }
    const others = 'measurement' in item ? measurements : entityFacts;
    return others.next().value as IntakeOutcome;
  });
}

/** Intake for somebody: every call checks the permission, and every delivery is an auditor event. */
export class AuthorizedIntakeService {
  readonly #service: IntakeService;
  readonly #measurements: MeasurementIntake;
  readonly #entityFacts: EntityFactIntake;
  readonly #scans: DebtScanIntake;
  readonly #outcomes: OutcomeListener;
  readonly #producers: ProducerGrants;
  readonly #permissions: PermissionsService;
  readonly #auditor: AuditorService;
  readonly #clock: () => number;
  readonly #reserved: ReservedSources;

  /**
   * @param options - `measurements` takes what is counted of objectives; undefined: nobody does; `entityFacts` what is told of
   *   entities, `debtScans` what tools find. `outcomes` is told what became of events; `collectorIds`: the collectors that are registered, whose sources
   *   nobody else may use
   */
  constructor(options: {
    service: IntakeService;
    measurements?: MeasurementPort;
    entityFacts?: EntityFactPort;
    debtScans?: DebtScanPort;
    outcomes: OutcomeListener;
    producers: ProducerGrants;
    permissions: PermissionsService;
    auditor: AuditorService;
    collectorIds: readonly string[];
    webhookTypes: readonly string[];
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#service = options.service;
    this.#measurements = new MeasurementIntake({ port: options.measurements });
    this.#entityFacts = new EntityFactIntake({ port: options.entityFacts });
    this.#scans = new DebtScanIntake({ port: options.debtScans });
    this.#outcomes = options.outcomes;
    this.#producers = options.producers;
    this.#permissions = options.permissions;
    this.#auditor = options.auditor;
    this.#clock = options.clock;
    this.#reserved = new ReservedSources(options);
  }

  /**
   * Takes what was read from a request; what could not be read is answered in its place.
   *
   * @param read - reads the body, once the caller is known to be allowed. What was checked before is the form alone: whoever is
   *   not allowed may still learn that a body is no JSON, too large, or not what the API's description asks for, but not what is
   *   wrong with an event. What a fact does not state comes from the defaults: the producer as its source, and the present
   * @throws NotAllowedError without `opmodel.event.create`, and for a caller that no rule for producers allows
   */
  async submit(
    read: (defaults: IntakeDefaults) => ReadItem[] | Promise<ReadItem[]>,
    options: { credentials: ProducerCredentials; request: Request },
  ): Promise<IntakeOutcome[]> {
    return this.#deliver(options, async ({ grant, producer, now }) => {
      const listStatements = (subjects: SubjectKey[]) =>
        this.#service.listStatements(subjects);
      const items = await read({
        source: grant.source,
        now,
        sourceOf: name => grant.sourceOf(name),
        ofRepository: grant.ofRepository,
        listStatements,
      });
      const spoken = items.flatMap(item =>
        isEvent(item) ? this.#reserved.refuse(item) : [],
      );
      const admitted = await grant.admit(spoken);
      const ofEvents = await this.#take(
        await identifyStatements(admitted, listStatements),
        { producer, now },
      );
      const measured = await this.#measurements.take(
        items.filter(item => 'measurement' in item),
        { grant, now },
      );
      const told = await this.#entityFacts.take(
        items.filter(item => 'entityFacts' in item),
        { grant, now },
      );
      const outcomes = inOrderOf(items, {
        events: ofEvents,
        measurements: measured.outcomes,
        entityFacts: told.outcomes,
      });
      return {
        outcomes,
        refused: [
          ...findRefused(spoken, admitted),
          ...measured.refused,
          ...told.refused,
        ],
        answer: outcomes,
      };
    });
  }

  /**
   * Takes what a tool found out about an entity, as the tool writes it.
   *
   * @param sent - the query that says of what it is, and the parsed body
   * @throws NotAllowedError like {@link submit}
   */
  async submitScan(
    format: DebtScanFormat,
    sent: { query: unknown; body: unknown },
    options: { credentials: ProducerCredentials; request: Request },
  ): Promise<{ outcome: IntakeOutcome; reading: DebtScanReading | null }> {
    return this.#deliver(options, async ({ grant, now }) => {
      const read = readDebtScan(format, sent, { now });
      const { outcomes, refused, reading } =
        'errors' in read
          ? {
              outcomes: [
                rejectForErrors({ source: grant.source }, read.errors).rejected,
              ],
              refused: [],
              reading: null,
            }
          : await this.#scans.take(read.scan, { grant, now });
      return { outcomes, refused, answer: { outcome: outcomes[0], reading } };
    });
  }

  /** Lets those send who may, and tells what became of it. */
  async #deliver<Answer>(
    {
      credentials,
      request,
    }: { credentials: ProducerCredentials; request: Request },
    take: (context: {
      grant: ProducerGrant;
      producer: string;
      now: number;
    }) => Promise<TakenItems & { answer: Answer }>,
  ): Promise<Answer> {
    const producer = producerOf(credentials);
    const now = this.#clock();
    const audited = await this.#auditor.createEvent({
      eventId: 'event-create',
      severityLevel: 'medium',
      request,
      meta: { producer },
    });
    try {
      await requirePermission(
        this.#permissions,
        opmodelEventCreatePermission,
        credentials,
      );
      const grant = this.#grantOf(credentials);
      const { outcomes, refused, answer } = await take({
        grant,
        producer,
        now,
      });
      await this.#outcomes.record(outcomes, { producer, now });
      await audited.success({ meta: auditOutcomes(outcomes, refused) });
      return answer;
    } catch (error) {
      await audited.fail({ error: error as Error });
      throw error;
    }
  }

  /**
   * What waits for an entity, counted by reason. A reason names what the sender said (a repository, an entity ref, a name) and
   * how many entities the catalog has for it, never which. So it does not depend on what the caller may see in the catalog.
   *
   * @throws NotAllowedError without `opmodel.health.read`
   */
  async summarizeUnmapped(options: {
    credentials: BackstageCredentials;
    limit: number;
  }): Promise<UnmappedSummary> {
    await requirePermission(
      this.#permissions,
      opmodelHealthReadPermission,
      options.credentials,
    );
    return this.#service.summarizeUnmapped({ limit: options.limit });
  }

  /** People may send what their permission lets them; others, what the rules for producers say. */
  #grantOf({ principal }: ProducerCredentials): ProducerGrant {
    return principal.type === 'user'
      ? this.#producers.freeGrant(principal.userEntityRef)
      : this.#producers.grantOf(principal.subject);
  }

  async #take(
    allowed: ReadEvent[],
    options: { producer: string; now: number },
  ): Promise<IntakeOutcome[]> {
    const submitted = await this.#service.submit(
      allowed.flatMap(item => ('event' in item ? item.event : [])),
      options,
    );
    const outcomes = submitted.values();
    return allowed.map(item => {
      if ('rejected' in item) {
        return item.rejected;
      }
      return answerInTermsOf(item, outcomes.next().value as IntakeOutcome);
    });
  }
}
