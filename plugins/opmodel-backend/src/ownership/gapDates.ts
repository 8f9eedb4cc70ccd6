import type { GapDate } from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../lib/instants';
import type { GapDateRecord } from './OwnershipStore';

/**
 * A date as the API tells it.
 *
 * @param today - ISO day; a gap may still be closed on its day
 */
export function toGapDate(date: GapDateRecord, today: string): GapDate {
  return {
    ...date,
    setAt: toInstant(date.setAt),
    overdue: date.dueDay < today,
  };
}
