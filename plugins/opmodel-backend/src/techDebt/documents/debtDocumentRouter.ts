import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import type { Router } from 'express';
import type { AuthorizedDebtDocumentService } from './AuthorizedDebtDocumentService';

type ListQuery = NonNullable<Parameters<OpmodelApi['listDebtDocuments']>[0]>;

/** Documents of a page where nothing is said. */
const USUAL_PAGE = 20;

/** Adds the route of documents to a router that has validated the request against the API's description. */
export function addDebtDocumentRoutes(
  router: Router,
  {
    kept,
    httpAuth,
  }: { kept: AuthorizedDebtDocumentService; httpAuth: HttpAuthService },
): void {
  router.get('/tech-debt/documents', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { limit = USUAL_PAGE, cursor } = request.query as ListQuery;
    response.json(await kept.list({ limit, cursor }, credentials));
  });
}
