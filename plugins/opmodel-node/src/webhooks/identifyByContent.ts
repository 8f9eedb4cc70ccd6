import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';

/** Enough to tell apart what is said of one thing within one second. */
const DIGEST_LENGTH = 12;

/**
 * The event, with a digest of what it states behind its id. For what can be edited: systems that give times in seconds have two edits
 * at one time, and of two events with one id the second would be taken for the first come again. The same delivery read again keeps
 * its id.
 *
 * Which of two edits within a second was the later, nobody can tell; the same one always wins.
 */
export function identifyByContent(event: IntakeEvent): IntakeEvent {
  const stated = Object.entries(event.observation)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256')
    .update(JSON.stringify(stated))
    .digest('hex')
    .slice(0, DIGEST_LENGTH);
  return { ...event, id: `${event.id}:${digest}` };
}
