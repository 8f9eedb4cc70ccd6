import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useMemo, useState } from 'react';

/** A view that somebody saved for themselves: a name, and what stands in the address. */
export interface SavedView {
  name: string;
  /** Without the question mark. */
  query: string;
}

/** The views of the person who is signed in. */
export interface SavedViews {
  views: readonly SavedView[];
  /** Keeps a view in place of one of the same name. */
  save(view: SavedView): void;
  remove(name: string): void;
}

/** Views that a person may keep: what is kept is read with each page. */
export const MOST_VIEWS = 50;

const BUCKET = 'opmodel-tech-debt';
const KEY = 'views';

/** Views are kept by the portal for the person, such as its starred entities are. */
export function useSavedViews(): SavedViews {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [views, setViews] = useState(() =>
    readViews(bucket.snapshot(KEY).value),
  );
  useEffect(() => {
    setViews(readViews(bucket.snapshot(KEY).value));
    const subscription = bucket
      .observe$(KEY)
      .subscribe(({ value }) => setViews(readViews(value)));
    return () => subscription.unsubscribe();
  }, [bucket]);
  const keep = (next: SavedView[]) => {
    setViews(next);
    void bucket.set(
      KEY,
      next.map(({ name, query }) => ({ name, query })),
    );
  };
  const without = (name: string) => views.filter(view => view.name !== name);
  return {
    views,
    save: view =>
      keep(
        [...without(view.name), view].sort((one, other) =>
          one.name.localeCompare(other.name),
        ),
      ),
    remove: name => keep(without(name)),
  };
}

/** What is kept may be of another version: what is no view is left out. */
function readViews(value: unknown): SavedView[] {
  return Array.isArray(value) ? value.filter(isView) : [];
}

function isView(value: unknown): value is SavedView {
  const view = value as Partial<SavedView> | null;
  return typeof view?.name === 'string' && typeof view.query === 'string';
}
