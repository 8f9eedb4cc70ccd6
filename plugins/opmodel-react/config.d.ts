export interface Config {
  opmodel?: {
    docs?: {
      /**
       * Where the pages of `docs/` can be read, with `{page}` for the page's name. Without it,
       * explanations name the page and do not link to it.
       * Example: `https://git.example.com/opmodel/opmodel/blob/main/docs/{page}.md`
       * @visibility frontend
       */
      url?: string;
    };
  };
}
