import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Delivery } from '../events/timeline';
import type { MeasurementItem } from '../objectives/drawMeasurement';
import type { Intake } from './Intake';
import type { FactItem } from './PipelineFactSender';

type Route = Delivery['route'] | 'sli-measurements' | 'facts';

const MEDIA_TYPES: Record<Route, string> = {
  events: 'application/cloudevents-batch+json',
  incidents: 'application/json',
  'sli-measurements': 'application/json',
  facts: 'application/json',
};

const answerSchema = z.object({
  items: z.array(
    z.object({
      source: z.string().nullable(),
      id: z.string().nullable(),
      status: z.enum(['accepted', 'duplicate', 'unmapped', 'rejected']),
      reason: z.string().optional(),
      errors: z
        .array(z.object({ path: z.string(), message: z.string() }))
        .optional(),
    }),
  ),
});

const healthSchema = z.object({
  snapshot: z.object({
    lastCompleteAt: z.string().nullable(),
    entities: z.number(),
  }),
});

/** Waiting times of {@link HttpIntake}, in milliseconds. */
export interface Patience {
  /** Between two looks at an intake that is not ready. */
  poll: number;
  /** For an answer at all. */
  answer: number;
  /** For the catalog snapshot, once the intake answers. */
  snapshot: number;
  /** Before each further attempt to post. */
  retries: number[];
}

const DEFAULT_PATIENCE: Patience = {
  poll: 500,
  answer: 180_000,
  snapshot: 30_000,
  retries: [500, 2_000, 8_000],
};

/** Reaches the intake over HTTP with a token of this plugin, as any backend plugin would. */
export class HttpIntake implements Intake {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #logger: LoggerService;
  readonly #patience: Patience;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
    patience?: Patience;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#logger = options.logger;
    this.#patience = options.patience ?? DEFAULT_PATIENCE;
  }

  async waitUntilReady(entities: number, signal: AbortSignal): Promise<void> {
    const { poll, answer, snapshot } = this.#patience;
    const begun = Date.now();
    let answersSince: number | undefined;
    for (;;) {
      const state = await this.#look(entities, signal);
      if (state === 'ready') {
        return;
      }
      if (state === 'answers') {
        answersSince ??= Date.now();
        if (Date.now() - answersSince >= snapshot) {
          this.#logger.info(
            'The catalog snapshot does not show the demo organisation yet; its events will be tied to entities once it does',
          );
          return;
        }
      } else if (Date.now() - begun >= answer) {
        throw new ServiceUnavailableError(
          `The intake of Opmodel did not answer within ${answer / 1000} s`,
        );
      }
      await sleep(poll, undefined, { signal });
    }
  }

  async post(
    route: Delivery['route'],
    bodies: Delivery['body'][],
    signal: AbortSignal,
  ): Promise<IntakeOutcome[]> {
    const text = JSON.stringify(
      route === 'events' ? bodies : { items: bodies },
    );
    return this.#postPatiently(route, text, signal);
  }

  async measure(
    items: MeasurementItem[],
    signal: AbortSignal,
  ): Promise<IntakeOutcome[]> {
    return this.#postPatiently(
      'sli-measurements',
      JSON.stringify({ items }),
      signal,
    );
  }

  async tellFacts(
    items: FactItem[],
    signal: AbortSignal,
  ): Promise<IntakeOutcome[]> {
    return this.#postPatiently('facts', JSON.stringify({ items }), signal);
  }

  async #postPatiently(
    route: Route,
    text: string,
    signal: AbortSignal,
  ): Promise<IntakeOutcome[]> {
    for (const wait of this.#patience.retries) {
      try {
        return await this.#postOnce(route, text, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ResponseError && error.statusCode < 500) {
          throw error;
        }
        this.#logger.warn(
          `Sending to the intake failed and is tried again in ${wait} ms: ${error}`,
        );
      }
      await sleep(wait, undefined, { signal });
    }
    return this.#postOnce(route, text, signal);
  }

  async #postOnce(
    route: Route,
    body: string,
    signal: AbortSignal,
  ): Promise<IntakeOutcome[]> {
    const response = await this.#fetch(`/${route}`, {
      method: 'POST',
      headers: { 'content-type': MEDIA_TYPES[route] },
      body,
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return answerSchema.parse(await response.json()).items;
  }

  async #look(
    entities: number,
    signal: AbortSignal,
  ): Promise<'absent' | 'answers' | 'ready'> {
    let response: Response;
    try {
      response = await this.#fetch('/health', { signal });
    } catch {
      // Nobody listens yet, which is what this waits for; the limit on waiting tells when it is an error.
      signal.throwIfAborted();
      return 'absent';
    }
    if (!response.ok) {
      await response.body?.cancel();
      return response.status >= 500 ? 'absent' : 'answers';
    }
    const { snapshot } = healthSchema.parse(await response.json());
    return snapshot.lastCompleteAt !== null && snapshot.entities >= entities
      ? 'ready'
      : 'answers';
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const baseUrl = await this.#discovery.getBaseUrl('opmodel');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'opmodel',
    });
    return fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    });
  }
}
