import { dirname, resolve } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { LocationSpec } from '@backstage/plugin-catalog-common';

/** Where a Team API lies. */
export interface TeamApiSource {
  type: 'file' | 'url';
  /** Absolute path, or address. */
  target: string;
}

/**
 * Finds out where a Team API lies.
 *
 * A file of the backend's own disk is read only for a group that comes from there itself, and only from the folder of the group's file:
 * whoever may write a group could otherwise make the backend read any file.
 *
 * @param written - path beside the file of the group, or address
 * @param location - where the group comes from
 * @throws InputError that says what is wrong with it
 */
export function findTeamApiSource(
  written: string,
  location: LocationSpec,
  integrations: ScmIntegrationRegistry,
): TeamApiSource {
  const text = written.trim().replace(/^url:/, '');
  if (/^https?:\/\//i.test(text)) {
    return { type: 'url', target: text };
  }
  if (text === '' || /^[a-z][a-z\d+.-]*:/i.test(text)) {
    throw new InputError(
      'it must be a path beside the file of the group, or an address that begins with https://',
    );
  }
  if (location.type === 'file') {
    try {
      const folder = dirname(resolve(location.target));
      return { type: 'file', target: resolveSafeChildPath(folder, text) };
    } catch {
      throw new InputError(
        'it must lie in the folder of the file that the group is read from, or below it',
      );
    }
  }
  if (location.type === 'url') {
    try {
      const { target: base } = location;
      return {
        type: 'url',
        target: integrations.resolveUrl({ url: text, base }),
      };
    } catch {
      // Falls through: the group has no address that a path could be beside.
    }
  }
  throw new InputError(
    'it must be an address: the group is not read from a file beside which a path could lie',
  );
}
