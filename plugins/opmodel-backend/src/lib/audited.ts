import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/**
 * Does something that the auditor is told of, whether it succeeds or fails.
 *
 * @param event - without a `request` where the engine asks in the name of somebody; `meta` then says in whose
 * @param work - gives its result, and what else the auditor is told of it
 */
export async function audited<T>(
  auditor: AuditorService,
  event: { eventId: string; request?: Request; meta: JsonObject },
  work: () => Promise<{ result: T; meta?: JsonObject }>,
): Promise<T> {
  const auditEvent = await auditor.createEvent({
    ...event,
    severityLevel: 'medium',
  });
  try {
    const { result, meta } = await work();
    await auditEvent.success({ meta });
    return result;
  } catch (error) {
    await auditEvent.fail({ error: error as Error });
    throw error;
  }
}
