import type { CodeownersRuleRead } from '@opmodel/backstage-plugin-opmodel-node';
import type { CodeownersFile } from './CodeownersFile';
import { folderOf, matchPattern } from './matchPattern';

/** Rules that are told of one folder. */
const mostRules = 50;

/** Name of a file that no rule can mean by itself, so that what matches it matches any file of its folder. */
const anyFile = '\0';

/**
 * The rules that decide who owns a folder: of each section the last that matches any file in it. Where no rule is about the folder as a
 * whole, those that are about parts of it.
 *
 * @param folder - without slashes at its ends; undefined: the whole repository
 */
export function findRules(
  { sections, syntax }: CodeownersFile,
  folder: string | undefined,
): CodeownersRuleRead[] {
  const file = folder === undefined ? anyFile : `${folder}/${anyFile}`;
  const whole = sections.flatMap(
    rules =>
      rules.findLast(({ pattern }) => matchPattern(pattern, file, syntax)) ??
      [],
  );
  const found =
    whole.length > 0
      ? whole
      : sections.flat().filter(({ pattern, owners }) => {
          const place = folderOf(pattern, syntax);
          const isWithin =
            folder === undefined || place.startsWith(`${folder}/`);
          return owners.length > 0 && isWithin;
        });
  return found.slice(0, mostRules);
}
