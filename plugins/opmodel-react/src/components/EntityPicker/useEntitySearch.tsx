import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useEntityTitles } from '../../catalog/useEntityTitles';
import { useKindName } from '../../catalog/useKindName';
import { useQueryState } from '../../request/useQueryState';
import { opmodelTranslationRef } from '../../translation';

/** Entities that are offered at a time: who types more finds the others. */
const OFFERED = 20;
const TYPING_PAUSE_MS = 250;

/** What the catalog searches, and therefore all that what is offered may match by. */
const SEARCHED_FIELDS = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];

/** An entity that can be chosen. */
export interface EntityChoice {
  ref: string;
  kind: string;
  name: string;
  title: string;
  /** All that it is called, in lower case. */
  searched: string;
}

/**
 * Offers entities of some kinds by a part of what they are called. The catalog searches, so that their number does not
 * matter. What was found before is searched at once, so that nothing is offered that does not fit what stands in the field,
 * whether or not the catalog has answered.
 *
 * @param kinds - in lower case
 * @param refs - what is chosen already
 */
export function useEntitySearch(
  kinds: readonly string[],
  refs: readonly string[],
) {
  const catalogApi = useApi(catalogApiRef);
  const { t } = useTranslationRef(opmodelTranslationRef);
  const kindName = useKindName();
  /** All that was found, in the order in which it was found: what is highlighted keeps its place when more is found. */
  const known = useRef(new Map<string, EntityChoice>());
  const [typed, setTyped] = useState('');
  const [term, setTerm] = useState('');
  const text = typed.trim();
  useEffect(() => {
    const timer = setTimeout(() => setTerm(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQueryState({
    key: `${kinds.join()} ${term}`,
    subject: kinds.join(),
    request: async () => {
      for (const choice of await findChoices(catalogApi, kinds, term)) {
        known.current.set(choice.ref, choice);
      }
      return known.current.size;
    },
  });
  const chosen = useChosen(refs, known.current);

  const fits = ({ searched }: EntityChoice) =>
    searched.includes(text.toLowerCase());
  const offered = [...known.current.values()]
    .filter(choice => kinds.includes(choice.kind) && fits(choice))
    .slice(0, OFFERED);
  const detailOf = ({ kind, name, title }: EntityChoice) =>
    [
      kinds.length > 1 ? kindName(kind) : '',
      toWords(name) === toWords(title) ? '' : name,
    ]
      .filter(part => part !== '')
      .join(' · ');

  return {
    chosen,
    error: found.error,
    /** What both kinds of field hand on to the list of choices. */
    props: {
      options: [
        ...offered,
        ...chosen.filter(({ ref }) => offered.every(one => one.ref !== ref)),
      ],
      filterOptions: (options: EntityChoice[]) => options.filter(fits),
      getOptionLabel: ({ title }: EntityChoice) => title,
      getOptionSelected: (one: EntityChoice, other: EntityChoice) =>
        one.ref === other.ref,
      renderOption: (choice: EntityChoice) => (
        <span>
          {choice.title} <small>{detailOf(choice)}</small>
        </span>
      ),
      loading:
        text !== term ||
        found.phase === 'loading' ||
        found.phase === 'refreshing',
      loadingText: t('picker.searching'),
      noOptionsText: t('picker.none'),
      // A name that the field writes itself, when something was chosen, is nothing to search for.
      onInputChange: (_: unknown, value: string, reason: string) =>
        setTyped(reason === 'input' ? value : ''),
    },
  };
}

/** A name and a title that differ in nothing but their spelling say the same. */
function toWords(text: string): string {
  return text.toLowerCase().replace(/[\s._-]+/g, ' ');
}

/** What is chosen, with the names that were found, or else asked for. */
function useChosen(
  refs: readonly string[],
  known: ReadonlyMap<string, EntityChoice>,
): EntityChoice[] {
  const titleOf = useEntityTitles(
    refs.filter(ref => !known.has(ref)),
    true,
  );
  // The field forgets what is being typed whenever it gets other objects, also of the same entities.
  const key = JSON.stringify(
    refs.map(ref => known.get(ref) ?? choiceOfRef(ref, titleOf(ref))),
  );
  return useMemo(() => JSON.parse(key), [key]);
}

async function findChoices(
  catalogApi: CatalogApi,
  kinds: readonly string[],
  term: string,
): Promise<EntityChoice[]> {
  const { items } = await catalogApi.queryEntities({
    filter: { kind: [...kinds] },
    fields: ['kind', 'metadata.namespace', ...SEARCHED_FIELDS],
    limit: OFFERED,
    orderFields: { field: 'metadata.name', order: 'asc' },
    ...(term && { fullTextFilter: { term, fields: SEARCHED_FIELDS } }),
  });
  return items.map(choiceOfEntity);
}

function choiceOfEntity(entity: Entity): EntityChoice {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  const { name, title } = entity.metadata;
  const called = [title, profile?.displayName, name].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLowerCase(),
    name,
    title: called[0],
    searched: called.join('\n').toLowerCase(),
  };
}

function choiceOfRef(ref: string, title: string): EntityChoice {
  // An address may name anything, also what is no ref.
  const name = ref.slice(ref.indexOf('/') + 1);
  return {
    ref,
    kind: ref.slice(0, Math.max(0, ref.indexOf(':'))).toLowerCase(),
    name,
    title,
    searched: `${title}\n${name}`.toLowerCase(),
  };
}
