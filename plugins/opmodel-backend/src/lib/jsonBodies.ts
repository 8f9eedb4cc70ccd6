import { InputError } from '@backstage/errors';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { PayloadTooLargeError, UnsupportedMediaTypeError } from './bodyErrors';

/** Media type of plain JSON. */
export const JSON_MEDIA_TYPE = 'application/json';

/**
 * Refuses bodies of other media types, which no parser would read.
 *
 * @param options - `optional`: a request may have no body at all
 * @throws UnsupportedMediaTypeError that says which are taken
 */
export function requireMediaType(
  types: string[],
  { optional = false }: { optional?: boolean } = {},
): RequestHandler {
  return (request, _response, next) => {
    if (request.is(types) || (optional && isEmpty(request))) {
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

function isEmpty({ headers }: Request): boolean {
  return (
    headers['transfer-encoding'] === undefined &&
    (headers['content-length'] ?? '0') === '0'
  );
}

/**
 * Answers what is wrong with a body as a whole: its size, its encoding or its syntax.
 *
 * @param tooLarge - what to do about a body that is too large: `expected at most 5mb; send several batches`
 */
export function explainParserErrors(tooLarge: string): ErrorRequestHandler {
  return (error, _request, _response, next) => {
    switch (error.type) {
      case 'entity.too.large':
        next(new PayloadTooLargeError(tooLarge));
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
}
