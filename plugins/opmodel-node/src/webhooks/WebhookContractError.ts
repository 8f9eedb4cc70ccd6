import { CustomErrorBase } from '@backstage/errors';
import type { ContractError } from '@opmodel/backstage-plugin-opmodel-common';
import type { z } from 'zod';
import { checkContract, describeContractErrors } from '../contractErrors';

/** The body of a delivery is not what its type promises. Trying again will not help; another version of the reader may. */
export class WebhookContractError extends CustomErrorBase {
  name = 'WebhookContractError' as const;
  readonly errors: ContractError[];

  constructor(type: string | undefined, errors: ContractError[]) {
    super(
      `${type ?? 'The delivery'} is not as documented: ${describeContractErrors(
        errors,
      )}`,
    );
    this.errors = errors;
  }
}

/**
 * The body of a delivery, held against the contract of its type.
 *
 * @throws WebhookContractError
 */
export function readWebhookBody<T>(
  schema: z.ZodType<T>,
  delivery: { type: string | undefined; body: unknown },
): T {
  const result = checkContract(schema, delivery.body);
  if (!result.success) {
    throw new WebhookContractError(delivery.type, result.errors);
  }
  return result.value;
}
