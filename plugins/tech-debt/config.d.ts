export interface Config {
  opmodel?: {
    subjects?: {
      'tech-debt'?: {
        /**
         * Whether the register of technical debt is kept and shown. Default true.
         * @visibility frontend
         */
        enabled?: boolean;
      };
    };
  };
}
