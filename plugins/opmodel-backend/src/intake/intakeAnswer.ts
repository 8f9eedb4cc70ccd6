import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import { describeContractErrors } from '@opmodel/backstage-plugin-opmodel-node';

/** One line about what was rejected and why; undefined where nothing was. */
export function describeRejections(
  outcomes: IntakeOutcome[],
): string | undefined {
  const rejections = outcomes
    .filter(({ status }) => status === 'rejected')
    .map(({ errors, reason }) =>
      errors ? describeContractErrors(errors) : reason ?? 'rejected',
    );
  return rejections.length > 0
    ? [...new Set(rejections)].join('; ')
    : undefined;
}
