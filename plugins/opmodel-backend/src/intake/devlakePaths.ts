import type { RequestHandler } from 'express';

/** Where DevLake's webhooks live below this API. */
export const devlakeRoot = '/devlake/plugins/webhook/connections';

/**
 * The forms in which DevLake serves its webhooks: directly (`/plugins/webhook/…`) and behind its user interface
 * (`/api/rest/plugins/webhook/…`, formerly `/api/plugins/webhook/…`), a connection by its number with and without
 * `connections/`, and by its name or its project's.
 */
const forms =
  /^\/devlake(?:\/api)?(?:\/rest)?\/plugins\/webhook\/(connections\/by-name\/|connections\/|projects\/|)([^/?]+)(\/(?:deployments|issues|pull_requests|issue\/[^/?]+\/close))\/?(\?.*)?$/;

/**
 * Gives all forms of the webhooks' addresses the one that is described and routed, so that whoever moves from DevLake changes
 * nothing but the base address.
 */
export const unifyDevlakePaths: RequestHandler = (request, _response, next) => {
  const [, by, connection, rest, query] = forms.exec(request.url) ?? [];
  if (connection !== undefined) {
    // DevLake gives a project's deployments a connection of this name.
    const name = by === 'projects/' ? `${connection}_deployments` : connection;
    request.url = `${devlakeRoot}/${name}${rest}${query ?? ''}`;
  }
  next();
};
