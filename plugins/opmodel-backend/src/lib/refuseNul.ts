import { InputError, NotFoundError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/**
 * Answers requests whose address holds a NUL character, which no text of a database can hold: PostgreSQL refuses the whole
 * statement. A parameter is refused by its name; nothing is called by a name in the path.
 */
export const refuseNul: RequestHandler = (request, _response, next) => {
  // Not every path of a request is one of a URL: `//`.
  const [path, ...query] = request.url.split('?');
  if (path.includes('%00')) {
    next(new NotFoundError('Nothing has a name with a NUL character'));
    return;
  }
  for (const [name, value] of new URLSearchParams(query.join('?'))) {
    if (name.includes('\0') || value.includes('\0')) {
      next(
        new InputError(
          `'${name.replaceAll('\0', '')}' must be text without NUL characters`,
        ),
      );
      return;
    }
  }
  next();
};
