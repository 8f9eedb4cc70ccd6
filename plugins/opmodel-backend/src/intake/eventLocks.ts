import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type { SubjectKey } from './EventStore';
import type { SubjectLock } from './IntakeStore';

/** What an event is about. */
export function subjectOf({ source, observation }: IntakeEvent): SubjectKey {
  return { kind: observation.kind, source, subject: observation.subject };
}

/**
 * The lock of an environment's declarations.
 *
 * Deployments read what is declared of their environment, whoever declared it, so both must not change at the same time. Those
 * who only read share the lock: everything goes to the same production.
 */
export function environmentLock(
  environment: string,
  options: { shared: boolean },
): SubjectLock {
  return { kind: 'environment', source: '', subject: environment, ...options };
}

/** What nobody else may change while an event is stored. */
export function locksOf(event: IntakeEvent): SubjectLock[] {
  const { observation } = event;
  const locks: SubjectLock[] = [subjectOf(event)];
  if (observation.kind === 'environment') {
    locks.push(environmentLock(observation.subject, { shared: false }));
  }
  if (observation.kind === 'deployment' && observation.environment) {
    locks.push(environmentLock(observation.environment, { shared: true }));
  }
  return locks;
}
