import type { ContractError } from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  identifierSchema,
  instantSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import type { DebtScan, DebtScanFormat } from './DebtScanPort';
import { readEntityRef } from './profileFields';

/** How far clocks of producers may be ahead. Milliseconds. */
const CLOCK_AHEAD = 300_000;

const contract = z.object({
  entityRef: identifierSchema.refine(
    text => readEntityRef(text) !== undefined,
    'expected entity ref such as component:default/checkout',
  ),
  scannedAt: instantSchema.optional(),
});

/**
 * Reads what a request says of a file beside it.
 *
 * @param query - `entityRef`: what was scanned; `scannedAt`: when, now where it does not say
 * @param options - `now` in epoch milliseconds
 */
export function readDebtScan(
  format: DebtScanFormat,
  { query, body }: { query: unknown; body: unknown },
  { now }: { now: number },
): { scan: DebtScan } | { errors: ContractError[] } {
  const read = checkContract<z.infer<typeof contract>>(contract, query);
  if (!read.success) {
    return { errors: read.errors };
  }
  const { entityRef, scannedAt } = read.value;
  const at = scannedAt === undefined ? now : Date.parse(scannedAt);
  if (at < 0 || at > now + CLOCK_AHEAD) {
    const message =
      at < 0
        ? 'expected an instant since 1970-01-01'
        : 'expected a time that has come';
    return { errors: [{ path: 'scannedAt', message }] };
  }
  return {
    scan: {
      format,
      entityRef: readEntityRef(entityRef)!,
      scannedAt: Math.min(at, now),
      content: body,
    },
  };
}
