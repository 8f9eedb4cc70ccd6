import { json, type RequestHandler, Router } from 'express';
import {
  explainParserErrors,
  JSON_MEDIA_TYPE,
  requireMediaType,
} from '../lib/jsonBodies';
import { BATCH_MEDIA_TYPE, STRUCTURED_MEDIA_TYPE } from './cloudEvents';
import { devlakeRoot, unifyDevlakePaths } from './devlakePaths';

/** The largest body that intake reads. 1,000 events of 5 kB. */
export const MAX_BODY = '5mb';

/** The largest file of a tool: 25,000 results, as much as is read of one. */
const MAX_SCAN = '20mb';

/** Media type of SARIF, as it is registered. */
const SARIF_MEDIA_TYPE = 'application/sarif+json';

/** What stands behind the parser goes by the header. */
const declareJson: RequestHandler = (request, _response, next) => {
  request.headers['content-type'] = JSON_MEDIA_TYPE;
  next();
};

/**
 * Reads the bodies of intake's paths, before the router that validates requests against the API's description: that one
 * would answer 400 to a body that is too large or of another media type, and would leave CloudEvents unread.
 */
export function intakeBodyParsers(): RequestHandler[] {
  const router = Router();
  const parse = json({
    limit: MAX_BODY,
    type: [JSON_MEDIA_TYPE, STRUCTURED_MEDIA_TYPE, BATCH_MEDIA_TYPE],
  });
  router.post(
    '/events',
    requireMediaType([
      STRUCTURED_MEDIA_TYPE,
      BATCH_MEDIA_TYPE,
      JSON_MEDIA_TYPE,
    ]),
    parse,
  );
  router.post(
    [
      '/deployments',
      '/changes',
      '/incidents',
      '/sli-measurements',
      '/facts',
      '/work-items',
      '/builds',
      '/inbox/replay',
    ],
    requireMediaType([JSON_MEDIA_TYPE]),
    parse,
  );
  // `curl -d` alone calls its body a form, and whoever closes an issue sends none.
  router.post(
    `${devlakeRoot}/*`,
    json({ limit: MAX_BODY, type: () => true }),
    declareJson,
  );
  router.use(
    explainParserErrors(`expected at most ${MAX_BODY}; send several batches`),
  );
  return [unifyDevlakePaths, router, scanBodyParser()];
}

/** Reads files of tools, which are as long as the tools write them. */
function scanBodyParser(): RequestHandler {
  const types = [JSON_MEDIA_TYPE, SARIF_MEDIA_TYPE];
  const router = Router();
  router.post(
    '/debt-scans/*',
    requireMediaType(types),
    json({ limit: MAX_SCAN, type: types }),
    declareJson,
  );
  router.use(
    explainParserErrors(
      `expected at most ${MAX_SCAN}; send a file for each tool`,
    ),
  );
  return router;
}
