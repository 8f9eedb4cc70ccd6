import { InputError } from '@backstage/errors';
import {
  json,
  type ErrorRequestHandler,
  type RequestHandler,
  Router,
} from 'express';
import { PayloadTooLargeError, UnsupportedMediaTypeError } from './bodyErrors';
import { BATCH_MEDIA_TYPE, STRUCTURED_MEDIA_TYPE } from './cloudEvents';
import { devlakeRoot, unifyDevlakePaths } from './devlakePaths';

/** The largest body that intake reads. 1,000 events of 5 kB. */
export const MAX_BODY = '5mb';

const JSON_MEDIA_TYPE = 'application/json';

function requireMediaType(types: string[]): RequestHandler {
  return (request, _response, next) => {
    if (request.is(types)) {
      next();
      return;
    }
    next(
      new UnsupportedMediaTypeError(
        `expected Content-Type ${types.join(', ')}`,
      ),
    );
  };
}

/** What stands behind the parser goes by the header. */
const declareJson: RequestHandler = (request, _response, next) => {
  request.headers['content-type'] = JSON_MEDIA_TYPE;
  next();
};

const explainParserError: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => {
  switch (error.type) {
    case 'entity.too.large':
      next(
        new PayloadTooLargeError(
          `expected at most ${MAX_BODY}; send several batches`,
        ),
      );
      break;
    case 'entity.parse.failed':
      next(new InputError(`expected JSON: ${error.message}`));
      break;
    case 'charset.unsupported':
    case 'encoding.unsupported':
      next(new UnsupportedMediaTypeError(error.message));
      break;
    default:
      next(error);
  }
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
    ['/deployments', '/changes', '/incidents', '/inbox/replay'],
    requireMediaType([JSON_MEDIA_TYPE]),
    parse,
  );
  // `curl -d` alone calls its body a form, and whoever closes an issue sends none.
  router.post(
    `${devlakeRoot}/*`,
    json({ limit: MAX_BODY, type: () => true }),
    declareJson,
  );
  router.use(explainParserError);
  return [unifyDevlakePaths, router];
}
