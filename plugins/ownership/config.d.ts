export interface Config {
  opmodel?: {
    subjects?: {
      ownership?: {
        /**
         * Whether ownership is assessed and shown. Default true.
         * @visibility frontend
         */
        enabled?: boolean;
      };
    };
  };
}
