import type { DebtFileFormat } from '@opmodel/backstage-plugin-opmodel-common';

const endings: readonly (readonly [RegExp, DebtFileFormat])[] = [
  [/\.json$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.(csv|txt)$/i, 'csv'],
];

/** The format that the name of a file says; undefined: none that is known. */
export function formatOfFile(name: string): DebtFileFormat | undefined {
  return endings.find(([ending]) => ending.test(name))?.[1];
}
