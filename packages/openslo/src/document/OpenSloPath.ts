/** The way from a document to a value in it: keys of maps, and places in lists from 0. */
export type OpenSloPath = readonly (string | number)[];

const plainKey = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Writes a path for people: `spec.objectives[0].target`, `metadata.annotations['example.com/team']`. */
export function formatPath(path: OpenSloPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') {
        return `[${step}]`;
      }
      if (!plainKey.test(step)) {
        return `['${step.replace(/['\\]/g, '\\$&')}']`;
      }
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
