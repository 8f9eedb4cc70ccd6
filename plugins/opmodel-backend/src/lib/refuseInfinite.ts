import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/**
 * Refuses numbers of a validated query that are not finite, by the name of the parameter. The validator reads `Infinity` as a number
 * and then compares it with no bound, so that a limit would be none.
 */
export const refuseInfinite: RequestHandler = (request, _response, next) => {
  for (const [name, value] of Object.entries<unknown>(request.query)) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      next(new InputError(`'${name}' must be a finite number`));
      return;
    }
  }
  next();
};
