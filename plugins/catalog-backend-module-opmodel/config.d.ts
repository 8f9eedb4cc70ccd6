export interface Config {
  opmodel?: {
    openslo?: {
      /**
       * How strictly OpenSLO documents are checked: `strict` by the rules of OpenSLO's official SDK; `lenient` accepts what real documents and the
       * specification's own examples contain. Default: `lenient`.
       */
      mode?: 'lenient' | 'strict';
    };
  };
}
