import type { DeliveryCorrection } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type { DeliveryFacts } from '../DeliveryStore';
import type { FakeComponent } from '../FakeDoraStore';

/** Writes a component into the snapshot, with its facts. */
export async function insertComponent(
  knex: Knex,
  component: FakeComponent,
  facts: DeliveryFacts,
): Promise<void> {
  await knex('entities').insert({
    ref: component.ref,
    kind: 'component',
    namespace: 'default',
    name: component.name,
    title: component.title ?? null,
    sort_name: (component.title ?? component.name).toLowerCase(),
    type: component.type ?? null,
    tier: component.tier ?? null,
    lifecycle: component.lifecycle ?? null,
    owner_ref: component.ownerRef ?? null,
    system_ref: component.systemRef ?? null,
    tags: '[]',
    annotations: '{}',
    labels: '{}',
    hash: '',
    scopes_hash: '',
    first_seen_at: 0,
    seen_at: 0,
  });
  await knex('entity_properties').insert([
    { entity_ref: component.ref, key: 'kind', value: 'component' },
    { entity_ref: component.ref, key: 'metadata.name', value: component.name },
  ]);
  await knex('scope_spans').insert(
    component.scopes.map(scope => ({
      scope_ref: scope.ref,
      entity_ref: component.ref,
      from_day: scope.fromDay,
      to_day: scope.toDay ?? null,
    })),
  );
  await insertFacts(knex, component.ref, facts);
}

/** Writes the records of a component, and what people decided about them. */
export async function insertFacts(
  knex: Knex,
  entityRef: string,
  facts: DeliveryFacts,
): Promise<void> {
  const identity = {
    entity_ref: entityRef,
    recorded_at: facts.latestRecordedAt,
  };
  for (const { carries, ...fact } of facts.deployments) {
    const { environmentTier, startedAt, finishedAt, deploymentType } = fact;
    const { source, subject, environment, result, version, baseline } = fact;
    await knex('deployments').insert({
      ...identity,
      source,
      subject,
      environment,
      environment_tier: environmentTier,
      started_at: startedAt,
      finished_at: finishedAt,
      result,
      deployment_type: deploymentType,
      version,
      commit_sha: fact.commitSha,
      baseline,
      planned: fact.planned,
      hotfix: fact.hotfix,
      withdrawn: fact.withdrawn,
    });
    for (const changeKey of carries) {
      await knex('deployment_changes').insert({
        ...identity,
        source,
        deployment: subject,
        change_key: changeKey,
      });
    }
  }
  for (const fact of facts.changes) {
    await knex('changes').insert({
      ...identity,
      source: fact.source,
      subject: fact.subject,
      commit_sha: fact.commitSha,
      first_commit_at: fact.firstCommitAt,
      opened_at: fact.openedAt,
      first_review_at: fact.firstReviewAt,
      merged_at: fact.mergedAt,
      reverts_commit_sha: fact.revertsCommitSha,
      hotfix: fact.hotfix,
      commits: fact.commits.length > 0 ? JSON.stringify(fact.commits) : null,
      withdrawn: fact.withdrawn,
    });
  }
  for (const fact of facts.incidents) {
    await knex('incidents').insert({
      ...identity,
      source: fact.source,
      subject: fact.subject,
      severity: fact.severity,
      severity_changes: '[]',
      started_at: fact.startedAt,
      detected_at: fact.detectedAt,
      mitigated_at: fact.mitigatedAt,
      resolved_at: fact.resolvedAt,
      cause_class: fact.causeClass,
      recurrence_of: fact.recurrenceOf,
      deployment: fact.deployment,
      withdrawn: fact.withdrawn,
    });
  }
  for (const correction of facts.corrections) {
    await knex('dora_corrections').insert({
      entity_ref: entityRef,
      reason: 'Seen',
      ...toCorrectionRow(correction),
    });
  }
}

function toCorrectionRow(correction: DeliveryCorrection): object {
  const { id, kind } = correction;
  const decision = {
    id,
    kind,
    recorded_at: correction.decidedAt,
    decided_by: correction.decidedBy,
  };
  if (correction.kind === 'excluded_period') {
    return {
      ...decision,
      from_day: correction.from,
      to_day: correction.to,
      cause: correction.cause,
    };
  }
  const about = {
    ...decision,
    deployment_source: correction.deployment?.source ?? null,
    deployment_subject: correction.deployment?.subject ?? null,
  };
  switch (correction.kind) {
    case 'failure_link':
      return {
        ...about,
        incident_source: correction.incident.source,
        incident_subject: correction.incident.subject,
      };
    case 'deployment_failed':
      return { ...about, failed: correction.failed };
    default:
      return { ...about, planned: correction.planned };
  }
}
