import { useEffect, useState } from 'react';

/**
 * Gives the focus to the field of a place of the definition, or to the first one within it. The field may come with the same change, such
 * as that of a check that is opened for it.
 */
export function useFieldFocus(): (path: string) => void {
  const [wanted, setWanted] = useState<{ path: string }>();
  useEffect(() => {
    if (wanted) {
      const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')];
      const field =
        fields.find(({ dataset }) => dataset.path === wanted.path) ??
        fields.find(({ dataset }) => dataset.path?.startsWith(wanted.path));
      field?.focus();
    }
  }, [wanted]);
  return path => setWanted({ path });
}
