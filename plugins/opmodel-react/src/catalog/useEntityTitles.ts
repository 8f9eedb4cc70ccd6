import { useApiHolder } from '@backstage/core-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { useCallback, useEffect, useState } from 'react';

/**
 * What entities are called. The name in the ref is known at once; titles are asked for, all together, once they are wanted.
 *
 * @param refs - entity refs
 * @param wanted - whether anybody looks at them
 */
export function useEntityTitles(
  refs: readonly string[],
  wanted: boolean,
): (ref: string) => string {
  const presentationApi = useApiHolder().get(entityPresentationApiRef);
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const key = refs.join('\n');

  useEffect(() => {
    if (!wanted || !presentationApi || key === '') return undefined;
    let left = false;
    Promise.all(
      key.split('\n').map(async ref => {
        const { primaryTitle } = await presentationApi.forEntity(ref).promise;
        return [ref, primaryTitle] as const;
      }),
    ).then(
      all => {
        if (!left) setTitles(new Map(all));
      },
      // The names of the refs stand in for the titles, which only make them nicer to read.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [key, wanted, presentationApi]);

  return useCallback(
    ref =>
      titles.get(ref) ??
      entityPresentationSnapshot(ref, undefined, presentationApi).primaryTitle,
    [titles, presentationApi],
  );
}
