import type {
  DeploymentVerdict,
  FailureLink,
  IncidentVerdict,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DeliveryFacts } from './DeliveryStore';
import type {
  CarriedChange,
  DeploymentPageRequest,
  DeploymentRecord,
  FailureRecord,
  IncidentPageRequest,
  IncidentRecord,
  RecordPosition,
} from './doraRecords';
import type { FakeComponent } from './fakeSelection';
import {
  type KeptDelivery,
  keyOfDeployment,
  recoveriesByDeployment,
} from './keepDelivery';

/** A verdict with what a page may be filtered by. */
interface Listed<T> {
  record: T;
  exclusions: (string | null)[];
}

/** The deployments of a component with their verdicts. */
export function toDeploymentRecords(
  component: FakeComponent,
  facts: DeliveryFacts,
  { delivery }: KeptDelivery,
): Listed<DeploymentRecord>[] {
  const recoveryOf = recoveriesByDeployment(delivery);
  return delivery.deployments.map(verdict => {
    const fact = facts.deployments.find(each => isSame(each, verdict))!;
    const changes = carriedChanges(facts, delivery, verdict);
    const recovery = recoveryOf.get(keyOfDeployment(verdict));
    return {
      exclusions: [
        verdict.exclusion,
        ...changes.map(({ exclusion }) => exclusion),
        ...delivery.recoveries
          .filter(
            ({ deployment }) =>
              deployment !== null && isSame(deployment, verdict),
          )
          .map(({ exclusion }) => exclusion),
      ],
      record: {
        entityRef: component.ref,
        entityName: component.name,
        entityTitle: component.title ?? null,
        source: fact.source,
        subject: fact.subject,
        title: null,
        url: null,
        environment: fact.environment,
        environmentTier: fact.environmentTier,
        startedAt: fact.startedAt,
        finishedAt: fact.finishedAt,
        at: verdict.at,
        day: verdict.day,
        result: fact.result,
        deploymentType: fact.deploymentType,
        version: fact.version,
        commitSha: fact.commitSha,
        hotfix: fact.hotfix,
        planned: fact.planned,
        exclusion: verdict.exclusion,
        failed: verdict.failed,
        failures: verdict.failures.map(toFailureRecord),
        rework: verdict.rework,
        recoveredAt: recovery?.recoveredAt ?? null,
        recovery: recovery?.seconds ?? null,
        recordedAt: facts.latestRecordedAt!,
        changesTotal: changes.length,
        changes,
      },
    };
  });
}

/** The incidents of a component with their verdicts. */
export function toIncidentRecords(
  component: FakeComponent,
  facts: DeliveryFacts,
  { delivery }: KeptDelivery,
): Listed<IncidentRecord>[] {
  return delivery.incidents.map(verdict => ({
    exclusions: [
      verdict.unlinked,
      verdict.restoreExclusion,
      ...delivery.recoveries
        .filter(
          ({ incident }) => incident !== null && isSame(incident, verdict),
        )
        .map(({ exclusion }) => exclusion),
    ],
    record: toIncidentRecord(component, facts, verdict),
  }));
}

/** One page of records, newest first, with the number of all that match. */
export function pageOf<T extends RecordPosition>(
  listed: Listed<T>[],
  page: Pick<DeploymentPageRequest, 'exclusion' | 'limit' | 'after'>,
  isWanted: (record: T) => boolean,
): { items: T[]; total: number } {
  const records = listed
    .filter(
      ({ record, exclusions }) =>
        isWanted(record) &&
        (page.exclusion === undefined || exclusions.includes(page.exclusion)),
    )
    .map(({ record }) => record)
    .sort(newestFirst);
  const { after } = page;
  return {
    total: records.length,
    items: records
      .filter(record => !after || newestFirst(after, record) < 0)
      .slice(0, page.limit),
  };
}

/** Whether an incident is in the state that a page asks for. */
export function isInState(
  record: IncidentRecord,
  state: IncidentPageRequest['state'],
): boolean {
  switch (state) {
    case 'linked':
      return record.link !== null;
    case 'unlinked':
      return record.link === null;
    case 'open':
      return (
        record.unlinked !== 'withdrawn' &&
        record.resolvedAt === null &&
        record.mitigatedAt === null
      );
    default:
      return true;
  }
}

function carriedChanges(
  facts: DeliveryFacts,
  delivery: KeptDelivery['delivery'],
  verdict: DeploymentVerdict,
): CarriedChange[] {
  return delivery.samples
    .filter(
      sample =>
        sample.source === verdict.source &&
        sample.deployment === verdict.subject,
    )
    .sort((a, b) => (a.changeKey < b.changeKey ? -1 : 1))
    .map(sample => {
      const change = facts.changes.find(
        ({ commitSha, subject }) =>
          commitSha === sample.changeKey || subject === sample.changeKey,
      );
      return {
        key: sample.changeKey,
        title: null,
        url: null,
        commitSha: change?.commitSha ?? null,
        firstCommitAt: change?.firstCommitAt ?? null,
        openedAt: change?.openedAt ?? null,
        firstReviewAt: change?.firstReviewAt ?? null,
        mergedAt: change?.mergedAt ?? null,
        leadTime: sample.seconds,
        exclusion: sample.exclusion,
      };
    });
}

function toIncidentRecord(
  component: FakeComponent,
  facts: DeliveryFacts,
  verdict: IncidentVerdict,
): IncidentRecord {
  const fact = facts.incidents.find(each => isSame(each, verdict))!;
  const { link } = verdict;
  const deployment =
    link && facts.deployments.find(each => isSame(each, link.deployment));
  return {
    entityRef: component.ref,
    entityName: component.name,
    entityTitle: component.title ?? null,
    source: fact.source,
    subject: fact.subject,
    title: null,
    url: null,
    severity: fact.severity,
    causeClass: fact.causeClass,
    environment: null,
    startedAt: fact.startedAt,
    detectedAt: fact.detectedAt,
    mitigatedAt: fact.mitigatedAt,
    resolvedAt: fact.resolvedAt,
    at: verdict.at,
    day: verdict.day,
    link: link && toFailureRecord(link),
    linkedDeployment: link && {
      ...link.deployment,
      title: null,
      url: null,
      version: deployment?.version ?? null,
      finishedAt: deployment?.finishedAt ?? null,
    },
    unlinked: verdict.unlinked,
    restore: verdict.restoreSeconds,
    restoreExclusion: verdict.restoreExclusion,
    recurrence: verdict.recurrence,
    recurrenceOf: fact.recurrenceOf,
    recordedAt: facts.latestRecordedAt!,
  };
}

function toFailureRecord(link: FailureLink): FailureRecord {
  const { cause } = link;
  const named =
    cause.type === 'decision'
      ? { source: null, subject: null }
      : { source: cause.source, subject: cause.subject };
  return {
    kind: link.kind,
    confidence: link.confidence,
    cause: { type: cause.type, ...named, title: null, url: null },
    deployment: link.deployment,
    lag: link.lagSeconds,
    decidedBy: link.decidedBy,
    correctionId: link.correctionId,
  };
}

function isSame(
  a: { source: string; subject: string },
  b: { source: string; subject: string },
): boolean {
  return a.source === b.source && a.subject === b.subject;
}

function newestFirst(a: RecordPosition, b: RecordPosition): number {
  if (a.at !== b.at) {
    return b.at - a.at;
  }
  const keyOf = (row: RecordPosition) =>
    [row.entityRef, row.source, row.subject].join('\n');
  if (keyOf(a) === keyOf(b)) {
    return 0;
  }
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
