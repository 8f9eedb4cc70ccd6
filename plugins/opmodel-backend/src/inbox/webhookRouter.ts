import { raw, type ErrorRequestHandler, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
} from '../lib/bodyErrors';
import type { HttpSource, InboxReceiver } from './InboxReceiver';

/**
 * The route of webhooks. It stands before everything that reads bodies, because signatures are over the bytes as they arrived,
 * and is open to callers without a token of the portal: what they show instead is checked here.
 */
export function createWebhookRouter(options: {
  receiver: InboxReceiver;
  /** The largest body that is taken, unpacked. */
  maxBodyBytes: number;
}): Router {
  const { receiver, maxBodyBytes } = options;
  const explainParserError: ErrorRequestHandler = (
    error,
    _request,
    _response,
    next,
  ) => {
    switch (error.type) {
      case 'entity.too.large':
        next(
          new PayloadTooLargeError(`expected at most ${maxBodyBytes} bytes`),
        );
        break;
      case 'encoding.unsupported':
        next(new UnsupportedMediaTypeError(error.message));
        break;
      default:
        next(error);
    }
  };

  const path = '/intake/:source';
  const router = PromiseRouter();
  router.post(path, async (request, response) => {
    response.locals.source = await receiver.admit(
      request.params.source,
      request.headers,
    );
    return 'next';
  });
  router.post(path, raw({ type: () => true, limit: maxBodyBytes }));
  router.post(path, async (request, response) => {
    const source: HttpSource = response.locals.source;
    // Without any body there are no bytes to read.
    const rawBody = Buffer.isBuffer(request.body)
      ? request.body
      : Buffer.alloc(0);
    response
      .status(202)
      .json(
        await receiver.receive(source, { headers: request.headers, rawBody }),
      );
  });
  router.use(explainParserError);
  return router;
}
