import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type { RequestHandler } from 'express';
import { type ApiDocument, partOf, takeApart } from './documentParts';

/**
 * Holds requests to a document of OpenAPI. What the document does not describe is not found.
 *
 * To find the path of a request, the validator makes the pattern of one path of its document after the other. Over more than a hundred of
 * them that takes a fifth of the time of a short answer; so each part of the document is held to by itself, from when it is first asked
 * for.
 *
 * @param options - `validateResponses`: also validate what is answered; for tests
 */
export function createRequestValidation(
  document: ApiDocument,
  { validateResponses = false }: { validateResponses?: boolean } = {},
): RequestHandler {
  const parts = takeApart(document);
  const validators = new Map<string, RequestHandler>();
  return (request, response, next) => {
    const name = partOf(request.path);
    const part = parts.get(name);
    if (!part) {
      next('router');
      return;
    }
    let validate = validators.get(name);
    if (!validate) {
      validate = createValidatedOpenApiRouter(part as any, {
        // Bodies have been read, with errors that tell size, type and syntax apart.
        middleware: [(_request, _response, proceed) => proceed()],
        validatorOptions: { validateResponses },
      }) as unknown as RequestHandler;
      validators.set(name, validate);
    }
    validate(request, response, next);
  };
}
