import type {
  IncidentCauseClass,
  WorkItemCategory,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SeededRandom } from './SeededRandom';

const ACTIONS = [
  'Add',
  'Simplify',
  'Speed up',
  'Remove',
  'Correct',
  'Measure',
  'Document',
  'Test',
  'Move',
  'Rename',
];

const OBJECTS = [
  'the retry policy',
  'validation of quantities',
  'a cache for opening hours',
  'the substitution rules',
  'time-outs to suppliers',
  'the crate size',
  'paging of long lists',
  'rounding of weights',
  'the audit trail',
  'unused settings',
  'the connection pool',
  'error messages',
  'the nightly job',
  'structured logging',
  'the health check',
  'handling of empty baskets',
];

const CAUSES: Record<IncidentCauseClass, string[]> = {
  change: ['Errors since the last release', 'Wrong totals since the release'],
  infrastructure: ['A node is lost', 'Storage answers slowly'],
  dependency: ['A supplier does not answer', 'Time-outs to another service'],
  capacity: ['Queue grows faster than it drains', 'Memory runs out at peak'],
  security: ['Unusual sign-in attempts'],
  external: ['A card network is down', 'A map provider is down'],
  unknown: ['Elevated error rate'],
};

const TICKETS: Record<WorkItemCategory, string[]> = {
  feature: [
    'Substitutions by recipe',
    'Delivery to a neighbour',
    'Bulk offers',
  ],
  reliability: [
    'Crate counted twice',
    'Page stays empty',
    'Wrong opening hour',
  ],
  debt: ['Retire the old schema', 'Split the settings table'],
  security: ['Rotate keys by schedule', 'Narrow a service account'],
  platform: ['Move to the new pipeline', 'Raise the runtime version'],
};

/** Subject line of a change. */
export function wordChange(random: SeededRandom): string {
  return `${random.pick(ACTIONS)} ${random.pick(OBJECTS)}`;
}

/** Headline of an incident. */
export function wordIncident(
  cause: IncidentCauseClass,
  component: string,
  random: SeededRandom,
): string {
  return `${component}: ${random.pick(CAUSES[cause])}`;
}

/** Summary of a ticket. */
export function wordTicket(
  category: WorkItemCategory,
  random: SeededRandom,
): string {
  return random.pick(TICKETS[category]);
}
