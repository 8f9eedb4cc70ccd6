export interface Config {
  opmodel?: {
    subjects?: {
      slo?: {
        /**
         * Whether service level objectives are evaluated and shown. Default true.
         * @visibility frontend
         */
        enabled?: boolean;
      };
    };
  };
}
