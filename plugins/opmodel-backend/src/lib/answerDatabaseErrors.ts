import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { isDatabaseError } from './DatabaseErrors';

/**
 * Answers 503 where the database failed, so that whoever sends something sends it again, and tells the log why. What the
 * database says is no business of the caller.
 */
export function answerDatabaseErrors(
  logger: LoggerService,
): ErrorRequestHandler {
  return (error, request, _response, next) => {
    if (!isDatabaseError(error)) {
      next(error);
      return;
    }
    // The path alone: what somebody asks for is his own affair.
    logger.error(
      `The database failed at ${request.method} ${request.path}`,
      error,
    );
    next(
      new ServiceUnavailableError(
        request.method === 'GET'
          ? 'The database did not answer; ask again'
          : 'The database did not take it; send it again',
      ),
    );
  };
}
