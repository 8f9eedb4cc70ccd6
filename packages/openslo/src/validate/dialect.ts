/** In what `openslo/v1` and `openslo.com/v2alpha` differ in words. */
export interface Dialect {
  version: 'v1' | 'v2alpha';
  /** Field of an SLI in place. */
  indicator: string;
  /** Field that names an SLI. */
  indicatorRef: string;
}

export const v1Dialect: Dialect = {
  version: 'v1',
  indicator: 'indicator',
  indicatorRef: 'indicatorRef',
};

export const v2alphaDialect: Dialect = {
  version: 'v2alpha',
  indicator: 'sli',
  indicatorRef: 'sliRef',
};
