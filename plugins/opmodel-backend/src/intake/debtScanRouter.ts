import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Router } from 'express';
import type { AuthorizedIntakeService } from './AuthorizedIntakeService';
import { debtScanFormats } from './DebtScanPort';
import { describeRejections } from './intakeAnswer';

/** Adds the routes that take files of tools, to a router that has validated the request. */
export function addDebtScanRoutes(
  router: Router,
  options: { intake: AuthorizedIntakeService; httpAuth: HttpAuthService },
): void {
  const { intake, httpAuth } = options;
  for (const format of debtScanFormats) {
    router.post(`/debt-scans/${format}`, async (request, response) => {
      const { query, body } = request;
      const { outcome, reading } = await intake.submitScan(
        format,
        { query, body },
        {
          credentials: await httpAuth.credentials(request, {
            allow: ['user', 'service'],
          }),
          request,
        },
      );
      // A file is one statement for its sender, who looks at the status alone.
      const rejection = describeRejections([outcome]);
      if (rejection !== undefined || reading === null) {
        throw new InputError(rejection ?? 'rejected');
      }
      const { status, reason } = outcome;
      response.json({ status, ...(reason && { reason }), ...reading });
    });
  }
}
