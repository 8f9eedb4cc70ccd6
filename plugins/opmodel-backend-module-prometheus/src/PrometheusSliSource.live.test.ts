import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigReader } from '@backstage/config';
import { PrometheusSliSource } from './PrometheusSliSource';
import { readPrometheusSettings } from './prometheusSettings';
import { BUCKET, bucketsOf, ratioOf, requestOf } from './testing/sliRequests';
import {
  describeWithPrometheus,
  type RunningPrometheus,
  startPrometheus,
} from './testing/startPrometheus';

/** A service that counts its answers, and tells of them at `/metrics`. */
class ToyService {
  scrapes = 0;
  readonly #answers = new Map([
    ['200', 1_000],
    ['500', 1_000],
  ]);
  readonly #server: Server = createServer((request, response) => {
    if (request.url === '/metrics') {
      this.scrapes += 1;
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(this.#metrics());
      return;
    }
    const code = request.url === '/broken' ? '500' : '200';
    this.#answers.set(code, this.#answers.get(code)! + 1);
    response.statusCode = Number(code);
    response.end();
  });

  async start(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  get target(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Its counters begin anew, as those of a process that was started again. */
  restart(): void {
    this.#answers.set('200', 0).set('500', 0);
  }

  async ask(path: string, times: number): Promise<void> {
    for (let count = 0; count < times; count++) {
      await (await fetch(`http://${this.target}${path}`)).text();
    }
  }

  /** Until what was counted so far has been scraped. */
  async untilScraped(): Promise<void> {
    const wanted = this.scrapes + 2;
    const deadline = Date.now() + 20_000;
    while (this.scrapes < wanted) {
      if (Date.now() > deadline) {
        throw new Error('Prometheus does not scrape');
      }
      await delay(100);
    }
  }

  #metrics(): string {
    const lines = [...this.#answers].map(
      ([code, count]) => `toy_answers_total{code="${code}"} ${count}`,
    );
    return `${['# TYPE toy_answers_total counter', ...lines].join('\n')}\n`;
  }
}

describeWithPrometheus(
  'measurements of a service that is scraped',
  programs => {
    const toy = new ToyService();
    let prometheus: RunningPrometheus;

    beforeAll(async () => {
      await toy.start();
      prometheus = await startPrometheus(programs, { targets: [toy.target] });
    }, 60_000);

    afterAll(async () => {
      await prometheus?.stop();
      await toy.stop();
    });

    it('counts what it answers, and not that it was started again', async () => {
      const source = new PrometheusSliSource(
        readPrometheusSettings(
          new ConfigReader({
            opmodel: {
              prometheus: { servers: [{ name: 'toy', url: prometheus.url }] },
            },
          }),
        ),
      );
      const startedAt = Date.now();
      await toy.untilScraped();
      await toy.ask('/', 30);
      await toy.ask('/broken', 10);
      await toy.untilScraped();
      // Prometheus answers for the end of a bucket that is not over as well.
      const measure = async () => {
        const buckets = bucketsOf(
          await source.measure(
            [
              requestOf(
                ratioOf({
                  good: 'sum(toy_answers_total{code="200"})',
                  total: 'sum(toy_answers_total)',
                }),
                {
                  from: Math.floor(startedAt / BUCKET) * BUCKET,
                  to: Math.ceil(Date.now() / BUCKET) * BUCKET,
                },
              ),
            ],
            {
              signal: new AbortController().signal,
              budgetShare: 1,
              reportProgress() {},
            },
          ),
        );
        return buckets.reduce(
          (sum, { good, total }) => ({
            good: sum.good + good,
            total: sum.total + total,
          }),
          { good: 0, total: 0 },
        );
      };
      const before = await measure();
      // 40 requests; Prometheus extrapolates to half a scrape before the first and after the last sample.
      expect(before.total).toBeGreaterThanOrEqual(39.9);
      expect(before.total).toBeLessThan(70);
      expect(before.good / before.total).toBeCloseTo(0.75, 6);

      toy.restart();
      await toy.ask('/', 15);
      await toy.ask('/broken', 5);
      await toy.untilScraped();
      const after = await measure();
      expect(after.total).toBeGreaterThanOrEqual(59.9);
      expect(after.total).toBeLessThan(90);
      expect(after.good / after.total).toBeCloseTo(0.75, 6);
    }, 60_000);
  },
);
