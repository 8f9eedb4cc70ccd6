import { json, type RequestHandler, Router } from 'express';
import {
  explainParserErrors,
  JSON_MEDIA_TYPE,
  requireMediaType,
} from './lib/jsonBodies';

/** The largest body that says something of an entity; people write it. */
const MAX_BODY = '100kb';

/** Reads the bodies of what people write about one entity, before the router that validates them. */
export function entityBodyParsers(): RequestHandler {
  const router = Router();
  router.post(
    '/entities/*',
    requireMediaType([JSON_MEDIA_TYPE], { optional: true }),
    json({ limit: MAX_BODY }),
  );
  router.use(explainParserErrors(`expected at most ${MAX_BODY}`));
  return router;
}
