export interface Config {
  opmodel?: {
    subjects?: {
      dora?: {
        /**
         * Whether DORA metrics are computed and shown. Default true.
         * @visibility frontend
         */
        enabled?: boolean;
      };
    };
  };
}
