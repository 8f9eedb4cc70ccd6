import type { Knex } from 'knex';
import { whereAnyOf } from '../../catalog/DatabaseLists';

/** One evaluation makes up for so much that was never kept. Milliseconds. */
const MADE_UP_FOR_MS = 31 * 86_400_000;

/**
 * Windows that hold something of the time may move again, and are among those to be evaluated.
 *
 * @param refs - absent: of all SLOs
 * @param options - instants in epoch milliseconds; `to` absent: without an end
 */
export async function reopenWindows(
  transaction: Knex.Transaction,
  refs: readonly string[] | undefined,
  { now, from, to }: { now: number; from: number; to?: number },
): Promise<void> {
  const judgedUntil = Math.max(from, now - MADE_UP_FOR_MS);
  const windows = transaction('slo_windows').where('to_at', '>', from);
  const evaluations = transaction('slo_evaluations').where(
    'evaluated_at',
    '>',
    judgedUntil,
  );
  if (to !== undefined) {
    windows.where('from_at', '<', to);
  }
  if (refs) {
    whereAnyOf(windows, 'slo_ref', refs);
    whereAnyOf(evaluations, 'slo_ref', refs);
  }
  await windows.update({ complete: false });
  await evaluations.update({ evaluated_at: judgedUntil });
}
