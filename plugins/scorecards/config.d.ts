export interface Config {
  opmodel?: {
    subjects?: {
      scorecards?: {
        /**
         * Whether scorecards are evaluated and shown. Default true.
         * @visibility frontend
         */
        enabled?: boolean;
      };
    };
  };
}
