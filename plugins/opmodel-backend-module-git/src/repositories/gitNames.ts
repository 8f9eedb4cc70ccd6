import { InputError } from '@backstage/errors';

/**
 * Checks a branch's name against git's own rules, so that it can be part of a reference and of nothing else.
 *
 * @throws InputError
 */
export function requireBranchName(name: string): string {
  const isValid =
    name.length <= 250 &&
    // eslint-disable-next-line no-control-regex
    !/[\u0000-\u0020\u007f~^:?*[\\]/.test(name) &&
    !/\.\.|@\{|\/\/|\/$|^\/|\.$|^-/.test(name) &&
    name !== '@' &&
    name !== '' &&
    name
      .split('/')
      .every(part => !part.startsWith('.') && !part.endsWith('.lock'));
  if (!isValid) {
    throw new InputError(`'${name.slice(0, 100)}' is not the name of a branch`);
  }
  return name;
}

/**
 * Checks a folder within a repository and gives its one spelling, without slashes at its ends.
 *
 * @returns undefined for the root
 * @throws InputError
 */
export function requireRepositoryPath(folder: string): string | undefined {
  const segments = folder
    .trim()
    .split('/')
    .filter(segment => segment !== '' && segment !== '.');
  if (
    folder.length > 500 ||
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u001f\u007f\\]/.test(folder) ||
    segments.includes('..')
  ) {
    throw new InputError(
      `'${folder.slice(0, 100)}' is not a folder within a repository`,
    );
  }
  return segments.length > 0 ? segments.join('/') : undefined;
}
