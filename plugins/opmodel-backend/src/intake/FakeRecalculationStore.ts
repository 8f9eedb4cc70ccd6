import type { Claim, RecalculationStore } from './RecalculationStore';

interface Request {
  subject: string;
  entityRef: string;
  requestedAt: number;
  leaseUntil: number | null;
  token: string | null;
}

function inOrder(a: Request, b: Request): number {
  return a.requestedAt - b.requestedAt || (a.entityRef < b.entityRef ? -1 : 1);
}

/** Keeps the requests in memory. */
export class FakeRecalculationStore implements RecalculationStore {
  readonly #subjects: readonly string[];
  requests: Request[] = [];
  #claims = 0;

  /**
   * @param subjects - ids of all subjects that compute numbers, those that are switched off included
   */
  constructor(subjects: readonly string[]) {
    this.#subjects = subjects;
  }

  async request(
    entityRefs: Iterable<string>,
    options: { now: number },
  ): Promise<void> {
    for (const subject of this.#subjects) {
      for (const entityRef of new Set(entityRefs)) {
        const waiting = this.requests.find(
          request =>
            request.subject === subject && request.entityRef === entityRef,
        );
        if (!waiting) {
          this.requests.push({
            subject,
            entityRef,
            requestedAt: options.now,
            leaseUntil: null,
            token: null,
          });
        } else if (waiting.token !== null) {
          waiting.requestedAt = Math.max(waiting.requestedAt + 1, options.now);
        }
      }
    }
  }

  async claim(options: {
    subject: string;
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<Claim[]> {
    this.#claims += 1;
    const token = `claim-${this.#claims}`;
    return this.requests
      .filter(
        ({ subject, leaseUntil }) =>
          subject === options.subject &&
          (leaseUntil === null || leaseUntil <= options.now),
      )
      .sort(inOrder)
      .slice(0, options.limit)
      .map(request => {
        request.leaseUntil = options.now + options.leaseMs;
        request.token = token;
        const { subject, entityRef, requestedAt } = request;
        return { subject, entityRef, requestedAt, token };
      });
  }

  async complete(claims: Claim[]): Promise<void> {
    for (const claim of claims) {
      const request = this.requests.find(
        ({ subject, entityRef, token }) =>
          subject === claim.subject &&
          entityRef === claim.entityRef &&
          token === claim.token,
      );
      if (request?.requestedAt === claim.requestedAt) {
        this.requests = this.requests.filter(other => other !== request);
      } else if (request) {
        request.leaseUntil = null;
        request.token = null;
      }
    }
  }

  async listWaiting(options: {
    subject: string;
    limit: number;
  }): Promise<string[]> {
    return this.requests
      .filter(({ subject }) => subject === options.subject)
      .sort(inOrder)
      .slice(0, options.limit)
      .map(({ entityRef }) => entityRef);
  }

  async oldestWaiting(subjects: readonly string[]): Promise<number | null> {
    const waiting = this.requests
      .filter(({ subject }) => subjects.includes(subject))
      .sort(inOrder);
    return waiting[0]?.requestedAt ?? null;
  }

  async countWaiting(subjects: readonly string[]): Promise<number> {
    return this.requests.filter(({ subject }) => subjects.includes(subject))
      .length;
  }
}
