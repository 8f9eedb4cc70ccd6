import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  DebtSuggestionResult,
  DebtSuggestionRow,
} from '@opmodel/backstage-plugin-opmodel-common';

/**
 * Decides one of several suggestions. What stands against it keeps no other from being decided.
 *
 * @throws what is no answer about this suggestion, such as an error of the database
 */
export async function tryDecision(
  id: string,
  decide: () => Promise<DebtSuggestionRow>,
): Promise<DebtSuggestionResult> {
  try {
    const { promotion } = await decide();
    const itemId = promotion?.itemId ?? null;
    return { id, status: 'done', message: null, itemId };
  } catch (error) {
    const status = statusOf(error);
    if (!status) {
      throw error;
    }
    return { id, status, message: (error as Error).message, itemId: null };
  }
}

function statusOf(error: unknown): DebtSuggestionResult['status'] | undefined {
  if (error instanceof NotFoundError) {
    return 'not_found';
  }
  if (error instanceof ConflictError) {
    return 'conflict';
  }
  return error instanceof NotAllowedError || error instanceof InputError
    ? 'refused'
    : undefined;
}
