export interface Config {
  opmodel?: {
    subjects?: {
      flow?: {
        /**
         * Whether flow metrics are computed and shown. Default true.
         * @visibility frontend
         */
        enabled?: boolean;
      };
    };
  };
}
