import { CustomErrorBase, InputError } from '@backstage/errors';
import {
  json,
  type ErrorRequestHandler,
  type RequestHandler,
  Router,
} from 'express';
import { BATCH_MEDIA_TYPE, STRUCTURED_MEDIA_TYPE } from './cloudEvents';

/** The largest body that intake reads. 1,000 events of 5 kB. */
export const MAX_BODY = '5mb';

const JSON_MEDIA_TYPE = 'application/json';

/** The body is in a format that the path does not take. */
class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}

/** The body is larger than intake reads. */
class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

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
    ['/deployments', '/changes', '/incidents'],
    requireMediaType([JSON_MEDIA_TYPE]),
    parse,
  );
  router.use(explainParserError);
  return [router];
}
