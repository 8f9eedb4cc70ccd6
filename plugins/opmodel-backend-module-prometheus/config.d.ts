import { HumanDuration } from '@backstage/types';

export interface Config {
  opmodel?: {
    /** Service level indicators from Prometheus, and from what speaks as it does: Thanos, Mimir, VictoriaMetrics. */
    prometheus?: {
      /** Servers that objectives may be measured by. Default: none. */
      servers?: Array<{
        /** A DataSource document of this name, or one whose connection details name it as `server`, means this server. */
        name: string;

        /** Address that the backend asks, without `/api/v1`: `https://prometheus.example.com`. */
        url: string;

        /** Address of the expression browser for people. Default: `url`. */
        publicUrl?: string;

        /** Whether it is asked for objectives that name no DataSource. Default: true where there is one server, else false. */
        default?: boolean;

        /** How the backend says who it is; one of the two. Default: it does not. */
        auth?: {
          basic?: {
            username: string;
            /** @visibility secret */
            password: string;
          };
          bearer?: {
            /** @visibility secret */
            token: string;
          };
        };

        /**
         * Further headers of each request, such as `X-Scope-OrgID` for the tenant of a Mimir.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };

        tls?: {
          /** Certificates of the authorities that are trusted for this server, in PEM. Default: those that Node trusts. */
          ca?: string;
          /** The backend's own certificate in PEM, together with its `key`. */
          cert?: string;
          /**
           * In PEM.
           * @visibility secret
           */
          key?: string;
          /** Takes any certificate. Whoever stands between can then read and change what is measured. Default: false. */
          insecureSkipVerify?: boolean;
        };
      }>;

      /**
       * Addresses beside those of `servers` that DataSource documents may name as `url`. They are asked without credentials. Any
       * other address is not asked, because whoever may write a document could make the backend ask anything. Default: none.
       */
      allowedUrls?: string[];

      /** Queries that run at the same time on one server. Default: 4. */
      maxConcurrentQueries?: number;

      /** How long one query may take; the server is told as well. Default: `PT20S`. */
      timeout?: HumanDuration | string;
    };
  };
}
