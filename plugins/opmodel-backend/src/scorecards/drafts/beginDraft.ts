import { ConflictError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  completeRef,
  type NewScorecardDraft,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { StoredScorecard } from '../definitions/ScorecardStore';

/** As the catalog accepts names, so that a scorecard can become a document. */
const namePattern = /^[a-zA-Z0-9]([a-zA-Z0-9._-]{0,61}[a-zA-Z0-9])?$/;

/** What an empty draft says. */
const emptySpec: JsonObject = {
  levels: [
    { name: 'Bronze', rank: 1, color: '#a0522d' },
    { name: 'Silver', rank: 2, color: '#607d8b' },
    { name: 'Gold', rank: 3, color: '#8d6e00' },
  ],
  emptyLevel: { name: 'Basic', color: '#757575' },
  checks: [],
};

/** What a draft begins with. */
export interface BegunDraft {
  ref: string;
  spec: JsonObject;
  /** The scorecard that it is to change; null: it is a new one. */
  edited: StoredScorecard | null;
}

/**
 * Finds what a draft begins with: a scorecard of the portal that is to be changed, a copy of any under a new name, a document, or nothing.
 *
 * @throws InputError naming the field
 * @throws NotFoundError when what is to be copied is not there, or may not be seen
 * @throws ConflictError when the name is taken
 */
export async function beginDraft(
  { name, spec, copyOf }: NewScorecardDraft,
  scorecards: {
    find(ref: string): Promise<StoredScorecard>;
    isTaken(ref: string): Promise<boolean>;
  },
): Promise<BegunDraft> {
  if (copyOf !== undefined && spec !== undefined) {
    throw new InputError(`'spec' cannot be there with 'copyOf'`);
  }
  if (name === undefined && copyOf === undefined) {
    throw new InputError(`'name' is missing, or 'copyOf'`);
  }
  const source =
    copyOf === undefined ? null : await scorecards.find(readRef(copyOf));
  if (name === undefined) {
    return edit(source!);
  }
  if (!namePattern.test(name)) {
    throw new InputError(
      `'name' must have letters, digits, -, _ and . only, with a letter or digit at both ends`,
    );
  }
  const ref = `scorecard:default/${name}`.toLocaleLowerCase('en-US');
  if (await scorecards.isTaken(ref)) {
    throw new ConflictError(`The name '${name}' is taken`);
  }
  return {
    ref,
    spec: source
      ? { title: source.definition.title, ...source.spec }
      : (spec as JsonObject | undefined) ?? { title: name, ...emptySpec },
    edited: null,
  };
}

function edit(source: StoredScorecard): BegunDraft {
  const { definition, origin, spec } = source;
  if (origin === 'catalog') {
    throw new ConflictError(
      `${definition.ref} is written in the catalog, which is where it is changed: give a 'name' to copy it`,
    );
  }
  return { ref: definition.ref, spec, edited: source };
}

function readRef(text: string): string {
  const ref = completeRef(text, 'scorecard');
  if (!ref?.startsWith('scorecard:')) {
    throw new InputError(`'copyOf' must be the ref of a scorecard`);
  }
  return ref;
}
