import { json, type RequestHandler, Router } from 'express';
import {
  explainParserErrors,
  JSON_MEDIA_TYPE,
  requireMediaType,
} from './lib/jsonBodies';

/** The largest body that says something of an entity; people write it. */
const MAX_BODY = '100kb';

/** Where people write: about one entity, or about what is not one. */
const writtenPaths = [
  '/entities/*',
  '/ownership/*',
  '/acceptances*',
  '/decisions*',
  '/slos/*',
  '/slo-policies/*',
  '/scorecards/*',
  '/scorecard-drafts*',
  '/campaigns*',
];

/** Reads the bodies of what people write, before the router that validates them. */
export function entityBodyParsers(): RequestHandler {
  const router = Router();
  const parsers = [
    requireMediaType([JSON_MEDIA_TYPE], { optional: true }),
    json({ limit: MAX_BODY }),
  ];
  router.post(writtenPaths, ...parsers);
  router.put(writtenPaths, ...parsers);
  router.use(explainParserErrors(`expected at most ${MAX_BODY}`));
  return router;
}
