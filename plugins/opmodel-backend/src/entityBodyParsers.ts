import { json, type RequestHandler, Router } from 'express';
import {
  explainParserErrors,
  JSON_MEDIA_TYPE,
  requireMediaType,
} from './lib/jsonBodies';

/** The largest body that says something of an entity; people write it. */
const MAX_BODY = '100kb';

/** The largest body where people write several long texts with many links: each as long as it may be, in any script. */
const MAX_LONG_BODY = '400kb';

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

/** Where they write at length. */
const longPaths = ['/tech-debt/*'];

/** Where they send whole files. */
const filePaths = ['/tech-debt/imports*'];

/** The largest body with a file: 25,000 rows of 800 bytes, or fewer that say more. */
const MAX_FILE_BODY = '20mb';

/** Reads the bodies of what people write, before the router that validates them. */
export function entityBodyParsers(): RequestHandler {
  const router = Router();
  router.use(
    // Before those that are wider: what is read is read no more.
    parserOf(filePaths, MAX_FILE_BODY),
    parserOf(writtenPaths, MAX_BODY),
    parserOf(longPaths, MAX_LONG_BODY),
  );
  return router;
}

function parserOf(paths: string[], limit: string): RequestHandler {
  const router = Router();
  const parsers = [
    requireMediaType([JSON_MEDIA_TYPE], { optional: true }),
    json({ limit }),
  ];
  router.post(paths, ...parsers);
  router.put(paths, ...parsers);
  router.patch(paths, ...parsers);
  router.use(explainParserErrors(`expected at most ${limit}`));
  return router;
}
