import {
  parseEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';

/** The line that names an owner. */
export const ownerSnippet = ['spec:', '  owner: group:default/my-team'].join(
  '\n',
);

/** A person says of which team they are. */
export function membershipSnippet(team: CompoundEntityRef): string {
  return [
    'kind: User',
    'spec:',
    `  memberOf: [${team.namespace}/${team.name}]`,
  ].join('\n');
}

/** A group says how to reach it. */
export function contactSnippet(team: CompoundEntityRef): string {
  return [
    'kind: Group',
    'metadata:',
    `  name: ${team.name}`,
    '  annotations:',
    `    opmodel.io/contact: "#${team.name}, ${team.name}@example.com"`,
  ].join('\n');
}

/** Whom to call about an entity: its owner, and after half an hour the group above. */
export function escalationSnippet(entityRef: string): string {
  const { name } = parseEntityRef(entityRef);
  return [
    'apiVersion: opmodel.io/v1alpha1',
    'kind: EscalationPath',
    'metadata:',
    `  name: ${name}-escalation`,
    'spec:',
    `  appliesTo: [${entityRef}]`,
    '  paths:',
    '    - about: incident',
    '      steps:',
    '        - targets: [owner]',
    '          via: phone',
    '        - targets: [owner-parent]',
    '          after: PT30M',
    '          via: phone',
  ].join('\n');
}
