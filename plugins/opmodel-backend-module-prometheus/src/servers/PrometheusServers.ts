import type { MetricSource } from '@opmodel/backstage-plugin-opmodel-common';
import { MeasurementProblem } from '../MeasurementProblem';
import type { PrometheusSettings } from '../prometheusSettings';
import { PrometheusServer } from './PrometheusServer';
import { readServerAddress } from './serverAddress';

/**
 * Finds the server that a document means. Documents come from the catalog, where many may write: they choose among the servers that
 * configuration names, and among the addresses that it allows. Whatever else their connection details say, credentials among it, is
 * not used.
 */
export class PrometheusServers {
  readonly #settings: PrometheusSettings;
  readonly #byName = new Map<string, PrometheusServer>();
  readonly #byAddress = new Map<string, PrometheusServer>();

  constructor(settings: PrometheusSettings) {
    this.#settings = settings;
    for (const server of settings.servers) {
      this.#byName.set(server.name, new PrometheusServer(server, settings));
    }
  }

  /**
   * @throws MeasurementProblem when configuration does not know the server, or does not allow its address
   */
  find({ dataSource, connection }: MetricSource): PrometheusServer {
    const { server, url } = connection;
    if (typeof server === 'string') {
      return this.#named(server);
    }
    if (typeof url === 'string') {
      return this.#addressed(url);
    }
    if (dataSource !== null) {
      return this.#named(dataSource);
    }
    const { defaultServer } = this.#settings;
    if (defaultServer === null) {
      throw new MeasurementProblem(
        this.#byName.size > 0
          ? 'No Prometheus server is configured as the default; name a DataSource'
          : 'No Prometheus server is configured',
      );
    }
    return this.#named(defaultServer);
  }

  #named(name: string): PrometheusServer {
    const server = this.#byName.get(name);
    if (!server) {
      throw new MeasurementProblem(
        `No Prometheus server "${name}" is configured`,
      );
    }
    return server;
  }

  #addressed(text: string): PrometheusServer {
    const url = readServerAddress(text);
    if (!url) {
      throw new MeasurementProblem(
        'The url of the DataSource is no http or https address without credentials and query',
      );
    }
    const configured = this.#settings.servers.filter(
      server => server.url.href === url.href,
    );
    if (configured.length > 1) {
      // They may be tenants of one address, told apart by their headers.
      throw new MeasurementProblem(
        `Several Prometheus servers are configured at ${url.href}; name one of them as \`server\``,
      );
    }
    if (configured.length === 1) {
      return this.#named(configured[0].name);
    }
    if (!this.#settings.allowedUrls.some(it => it.href === url.href)) {
      throw new MeasurementProblem(
        `The backend may not ask ${url.href}: configuration neither names it as a server nor allows it`,
      );
    }
    const known =
      this.#byAddress.get(url.href) ??
      new PrometheusServer(
        { name: url.href, url, publicUrl: url, headers: {}, tls: null },
        this.#settings,
      );
    this.#byAddress.set(url.href, known);
    return known;
  }
}
