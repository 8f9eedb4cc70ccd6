import { dirname, resolve } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { LocationSpec } from '@backstage/plugin-catalog-common';

/** Where a document lies. */
export interface DocumentSource {
  type: 'file' | 'url';
  /** Absolute path, or address. */
  target: string;
}

/**
 * Finds out where a document lies that an entity names.
 *
 * A file of the backend's own disk is read only for an entity that comes from there itself, and only from the folder of the entity's file:
 * whoever may write an entity could otherwise make the backend read any file.
 *
 * @param written - path beside the file of the entity, or address
 * @param location - where the entity comes from
 * @throws InputError that says what is wrong with it
 */
export function findDocumentSource(
  written: string,
  location: LocationSpec,
  integrations: ScmIntegrationRegistry,
): DocumentSource {
  const text = written.trim().replace(/^url:/, '');
  if (/^https?:\/\//i.test(text)) {
    return { type: 'url', target: text };
  }
  if (text === '' || /^[a-z][a-z\d+.-]*:/i.test(text)) {
    throw new InputError(
      'it must be a path beside the file of the entity, or an address that begins with https://',
    );
  }
  if (location.type === 'file') {
    try {
      const folder = dirname(resolve(location.target));
      return { type: 'file', target: resolveSafeChildPath(folder, text) };
    } catch {
      throw new InputError(
        'it must lie in the folder of the file that the entity is read from, or below it',
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
      // Falls through: the entity has no address that a path could be beside.
    }
  }
  throw new InputError(
    'it must be an address: the entity is not read from a file beside which a path could lie',
  );
}
