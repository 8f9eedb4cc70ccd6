export interface Config {
  opmodel?: {
    /** Who is on call at PagerDuty. Webhooks need none of it. */
    pagerduty?: {
      /**
       * A read-only key of PagerDuty's REST API. Default: none, and nobody asks who is on call.
       * @visibility secret
       */
      token?: string;

      /** Address of the REST API. Default: `https://api.pagerduty.com`; `https://api.eu.pagerduty.com` for accounts in the EU. */
      apiUrl?: string;
    };
  };
}
