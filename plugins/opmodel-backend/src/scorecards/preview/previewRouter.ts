import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { readText } from '../../lib/readText';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedPreviewService } from './AuthorizedPreviewService';

/** Adds the route of the preview to a router that has validated the request against the API's description. */
export function addPreviewRoutes(
  router: Router,
  {
    previews,
    httpAuth,
  }: { previews: AuthorizedPreviewService; httpAuth: HttpAuthService },
): void {
  router.post('/scorecards/preview', async (request, response) => {
    refuseUnknownFields(request.body, ['name', 'spec', 'entityRefs']);
    const { entityRefs = [] } = request.body as { entityRefs?: string[] };
    entityRefs.forEach((ref, at) => readText(`entityRefs[${at}]`, ref));
    response.json(
      await previews.preview(
        request.body,
        await httpAuth.credentials(request, { allow: ['user', 'service'] }),
      ),
    );
  });
}
