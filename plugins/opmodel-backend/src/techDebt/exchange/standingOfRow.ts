import {
  changeDebtStatus,
  debtDeedTo,
  type DebtFieldProblem,
  type DebtItem,
  type DebtItemChanges,
  type DebtStanding,
  type ExchangedDebtItem,
  isEndedDebt,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Where an item stands after a row, or why it cannot stand there. */
export type RowStanding =
  | { standing: DebtStanding; problem: null }
  | { standing: null; problem: DebtFieldProblem };

const notAccepted =
  "must not be 'accepted': debt is accepted by an acceptance, which one asks for and another approves";

const needsResolution = 'must say how it was paid, or why it never will be';

/**
 * Where a new item stands. What it was before it came to its end, or to be planned, is not known; it was open when it was found.
 *
 * @param at - epoch milliseconds
 */
export function standingOfNewRow(
  { status, resolution, resolvedAt, createdAt }: ExchangedDebtItem,
  at: number,
): RowStanding {
  if (status === 'accepted') {
    return refuse('status', notAccepted);
  }
  const hasEnded = isEndedDebt(status);
  const problem = findResolutionProblem(status, resolution);
  if (problem !== null) {
    return refuse('resolution', problem);
  }
  const endedAt = hasEnded ? resolvedAt ?? at : null;
  return stand({
    status,
    statusSince: endedAt ?? (status === 'open' ? createdAt ?? at : at),
    resolvedAt: endedAt,
    resolution,
    acceptedUntil: null,
    acceptedBy: null,
  });
}

/**
 * Where an item stands that a row changes: only what people can do to it by hand.
 *
 * @param changes - what of it becomes different
 * @param resolvedAt - when it was paid or given up, as far as the row says it; epoch milliseconds
 */
export function standingOfChangedRow(
  before: DebtItem,
  changes: Pick<DebtItemChanges, 'status' | 'resolution'>,
  resolvedAt: number | null,
  at: number,
): RowStanding {
  const { status = before.status } = changes;
  const resolution =
    changes.resolution === undefined ? before.resolution : changes.resolution;
  if (status === before.status) {
    const problem = findResolutionProblem(status, resolution);
    return problem === null
      ? stand({ ...before, resolution })
      : refuse('resolution', problem);
  }
  if (status === 'accepted') {
    return refuse('status', notAccepted);
  }
  const deed = debtDeedTo(before.status, status);
  if (deed === undefined) {
    return refuse(
      'status',
      `must not become '${status}' where the item is '${before.status}'`,
    );
  }
  const hasEnded = isEndedDebt(status);
  const said = hasEnded ? resolution : changes.resolution ?? null;
  const problem = findResolutionProblem(status, said);
  if (problem !== null) {
    return refuse('resolution', problem);
  }
  const changedAt = hasEnded
    ? Math.max(resolvedAt ?? at, before.createdAt)
    : at;
  const outcome = changeDebtStatus(before, {
    deed,
    at: changedAt,
    resolution: said,
  });
  return outcome.done
    ? stand(outcome.standing)
    : refuse('resolution', needsResolution);
}

function findResolutionProblem(
  status: DebtItem['status'],
  resolution: string | null,
): string | null {
  if (isEndedDebt(status)) {
    return resolution === null ? needsResolution : null;
  }
  return resolution === null
    ? null
    : `must be empty, as the item is '${status}'`;
}

function stand({
  status,
  statusSince,
  resolvedAt,
  resolution,
  acceptedUntil,
  acceptedBy,
}: DebtStanding): RowStanding {
  return {
    standing: {
      status,
      statusSince,
      resolvedAt,
      resolution,
      acceptedUntil,
      acceptedBy,
    },
    problem: null,
  };
}

function refuse(field: string, message: string): RowStanding {
  return { standing: null, problem: { field, message } };
}
